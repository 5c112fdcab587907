"""The parts that screens are made of. Every one that shows data shows it as plain text."""
