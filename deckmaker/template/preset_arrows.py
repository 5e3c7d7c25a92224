"""Preset shapes that point somewhere, as `preset_shapes` reads them (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

ARROWS = """
homePlate adj=50000
most = */ 100000 w ss
a = pin 0 adj most
dx1 = */ ss a 100000
x1 = +- r 0 dx1
both M l t L x1 t L r vc L x1 b L l b Z

chevron adj=50000
most = */ 100000 w ss
a = pin 0 adj most
x1 = */ ss a 100000
x2 = +- r 0 x1
both M l t L x2 t L r vc L x2 b L l b L x1 vc Z

rightArrow adj1=50000 adj2=50000
most = */ 100000 w ss
a1 = pin 0 adj1 100000
a2 = pin 0 adj2 most
dx1 = */ ss a2 100000
x1 = +- r 0 dx1
dy1 = */ h a1 200000
y1 = +- vc 0 dy1
y2 = +- vc dy1 0
both M l y1 L x1 y1 L x1 t L r vc L x1 b L x1 y2 L l y2 Z

leftArrow adj1=50000 adj2=50000
most = */ 100000 w ss
a1 = pin 0 adj1 100000
a2 = pin 0 adj2 most
x2 = */ ss a2 100000
dy1 = */ h a1 200000
y1 = +- vc 0 dy1
y2 = +- vc dy1 0
both M l vc L x2 t L x2 y1 L r y1 L r y2 L x2 y2 L x2 b Z

upArrow adj1=50000 adj2=50000
most = */ 100000 h ss
a1 = pin 0 adj1 100000
a2 = pin 0 adj2 most
y2 = */ ss a2 100000
dx1 = */ w a1 200000
x1 = +- hc 0 dx1
x2 = +- hc dx1 0
both M l y2 L hc t L r y2 L x2 y2 L x2 b L x1 b L x1 y2 Z

downArrow adj1=50000 adj2=50000
most = */ 100000 h ss
a1 = pin 0 adj1 100000
a2 = pin 0 adj2 most
dy1 = */ ss a2 100000
y1 = +- b 0 dy1
dx1 = */ w a1 200000
x1 = +- hc 0 dx1
x2 = +- hc dx1 0
both M l y1 L x1 y1 L x1 t L x2 t L x2 y1 L r y1 L hc b Z

leftRightArrow adj1=50000 adj2=50000
most = */ 50000 w ss
a1 = pin 0 adj1 100000
a2 = pin 0 adj2 most
x2 = */ ss a2 100000
x3 = +- r 0 x2
dy = */ h a1 200000
y1 = +- vc 0 dy
y2 = +- vc dy 0
both M l vc L x2 t L x2 y1 L x3 y1 L x3 t L r vc L x3 b L x3 y2 L x2 y2 L x2 b Z

notchedRightArrow adj1=50000 adj2=50000
most = */ 100000 w ss
a1 = pin 0 adj1 100000
a2 = pin 0 adj2 most
dx2 = */ ss a2 100000
x2 = +- r 0 dx2
dy1 = */ h a1 200000
y1 = +- vc 0 dy1
y2 = +- vc dy1 0
x1 = */ dy1 dx2 hd2
both M l y1 L x2 y1 L x2 t L r vc L x2 b L x2 y2 L l y2 L x1 vc Z

wedgeRectCallout adj1=-20833 adj2=62500
dxp = */ w adj1 100000
dyp = */ h adj2 100000
xp = +- hc dxp 0
yp = +- vc dyp 0
dq = */ dxp h w
ady = abs dyp
adq = abs dq
dz = +- ady 0 adq
xg1 = ?: dxp 7 2
xg2 = ?: dxp 10 5
x1 = */ w xg1 12
x2 = */ w xg2 12
yg1 = ?: dyp 7 2
yg2 = ?: dyp 10 5
y1 = */ h yg1 12
y2 = */ h yg2 12
t1 = ?: dxp l xp
xl = ?: dz l t1
t2 = ?: dyp x1 xp
xt = ?: dz t2 x1
t3 = ?: dxp xp r
xr = ?: dz r t3
t4 = ?: dyp xp x1
xb = ?: dz t4 x1
t5 = ?: dxp y1 yp
yl = ?: dz y1 t5
t6 = ?: dyp t yp
yt = ?: dz t6 t
t7 = ?: dxp yp y1
yr = ?: dz y1 t7
t8 = ?: dyp yp b
yb = ?: dz t8 b
both M l t L x1 t L xt yt L x2 t L r t L r y1 L xr yr L r y2 L r b L x2 b L xb yb L x1 b L l b L l y2 L xl yl L l y1 Z
"""
