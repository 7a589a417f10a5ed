"""What the queue does by itself when nobody looks: one small pure rule per module (R-Q7, R-Q10, R-Q12, R-O8)."""
