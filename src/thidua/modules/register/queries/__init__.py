from thidua.modules.register.queries.standing import in_force, newest_wording, with_standing

__all__ = ["in_force", "newest_wording", "with_standing"]
