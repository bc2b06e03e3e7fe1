"""How fast the law is: over everybody's record, on dense records beside a peer, and for one candidate."""
