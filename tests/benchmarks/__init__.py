"""What is asked of speed, measured side by side; run by `make bench` only."""
