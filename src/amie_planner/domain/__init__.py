"""What leaders write down, and what follows from it. No Qt, no database engine, no PDF."""
