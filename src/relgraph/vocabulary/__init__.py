"""What kinds of thing can be said: kinds of actor and relation, statuses and ladders, kept as data."""
