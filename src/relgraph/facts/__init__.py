"""What has been said: records of actors and facts, what follows from them, what holds, and what was known when."""
