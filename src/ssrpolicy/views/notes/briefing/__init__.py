"""The briefing note, section by section."""
