"""Course text to domain values: parse, render, check, load. The only place that knows Markdown and the sanitiser."""
