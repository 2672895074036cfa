"""Names, offices and bodies, and the roster of who takes part."""
