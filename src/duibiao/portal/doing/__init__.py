"""What can be begun or filled in by a form: one small definition each, one page for all."""

from duibiao.portal.doing.deployment import DOINGS as DEPLOYMENT
from duibiao.portal.doing.leads import DOINGS as LEADS
from duibiao.portal.doing.register import DOINGS as REGISTER
from duibiao.portal.doing.selecting import DOINGS as SELECTING

DOINGS = {one.key: one for one in (*DEPLOYMENT, *LEADS, *SELECTING, *REGISTER)}
