"""Django ground shared by all modules: audit, actions, states, events, slots, paging, screen components."""
