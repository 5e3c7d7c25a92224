"""What reportlab is not to look for: settings and code of the user, in modules and in files of the home.

The same deck gives the same bytes for everybody; and a home that is no folder, as that of a service, would keep it from
being imported.
"""

import sys
from types import ModuleType

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
