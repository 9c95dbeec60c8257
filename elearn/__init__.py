"""elearn: self-paced courses for civil servants, written in Markdown, with quizzes, JP and certificates."""
