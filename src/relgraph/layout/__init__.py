"""Where nodes stand: forces between them, and the room that each needs."""
