"""Labels, names and quotations of pages in English."""
