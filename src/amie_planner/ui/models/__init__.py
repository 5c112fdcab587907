"""Records as rows, for Qt's views. Models follow the workspace and say exactly what changed."""
