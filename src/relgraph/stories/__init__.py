"""Stories: steps through what the page shows, each with a caption that only says what the facts shown bear."""
