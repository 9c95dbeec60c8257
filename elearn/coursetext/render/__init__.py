"""Text to sanitised HTML: Markdown with the platform's rules, and the only sanitiser."""
