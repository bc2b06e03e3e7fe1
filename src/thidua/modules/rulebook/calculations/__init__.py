"""What one asks the law beside a record: how much money, how many votes, who decides."""
