"""Small worlds of the field, each with questions and the answers that were read line by line."""
