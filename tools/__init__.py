"""What developers run: the set-up, the locks, the tables of the map."""
