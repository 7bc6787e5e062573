"""What holds a register: its tables, and the engines that keep them."""
