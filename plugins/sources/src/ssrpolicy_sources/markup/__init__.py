"""HTML, and the XML of official publications."""
