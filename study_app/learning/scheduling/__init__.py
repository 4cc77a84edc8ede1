"""Memory of cards: first attempts, ratings, reviews, and what FSRS makes of them."""
