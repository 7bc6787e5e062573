"""What is dealt with and what is in hand, as of a day: commitments, requests and motions."""
