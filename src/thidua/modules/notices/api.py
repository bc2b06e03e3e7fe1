"""What other modules use of notices."""

from thidua.modules.notices.actions import News, tell, tell_roles
from thidua.modules.notices.queries import n_unread

__all__ = ["News", "n_unread", "tell", "tell_roles"]
