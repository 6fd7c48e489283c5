"""What was worked out of files, kept in the user's cache folder for as long as these files stay as they are."""
