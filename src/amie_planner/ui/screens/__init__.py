"""One file a screen. Screens ask for one another by signal; the main window answers."""
