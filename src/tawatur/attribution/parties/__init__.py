"""Who a mention stands for, and who acts where nobody is named."""
