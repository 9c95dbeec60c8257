"""Pictures, audio, video and documents: what they are, by their content."""
