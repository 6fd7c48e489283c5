"""What can be ranked: measures of a network, the engines that compute them, and their ranking."""
