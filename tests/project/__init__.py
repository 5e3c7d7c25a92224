"""What belongs to a project, and what does not."""
