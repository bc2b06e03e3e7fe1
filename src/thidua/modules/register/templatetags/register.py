from django import template

from thidua.modules.register.names import honour_name

register = template.Library()
register.filter("honour", honour_name)
