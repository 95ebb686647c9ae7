"""The parser process from its parent's side: started, limited, spoken to, and ended."""
