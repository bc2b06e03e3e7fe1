"""Papers as Word documents, for an officer to edit."""
