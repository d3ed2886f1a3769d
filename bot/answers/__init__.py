"""What is said to a question: one module a command, then what they share. Nothing here knows how it looks."""
