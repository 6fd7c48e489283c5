"""What has been said: records of actors and facts, and the checks on them."""
