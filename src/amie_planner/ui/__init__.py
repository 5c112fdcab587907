"""The window. With app.py, the only folder that knows Qt."""
