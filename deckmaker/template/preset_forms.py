"""Preset shapes that are no arrows, as `preset_shapes` reads them (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

FORMS = """
rect
both M l t L r t L r b L l b Z

ellipse
both M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z

line
line M l t L r b

lineInv
line M l b L r t

bentConnector2
line M l t L r t L r b

bentConnector3 adj1=50000
x = */ w adj1 100000
line M l t L x t L x b L r b

curvedConnector3 adj1=50000
x2 = */ w adj1 100000
x1 = +/ l x2 2
x3 = +/ r x2 2
y3 = */ h 3 4
line M l t C x1 t x2 hd4 x2 vc C x2 y3 x3 b r b

roundRect adj=16667
a = pin 0 adj 50000
x1 = */ ss a 100000
x2 = +- r 0 x1
y2 = +- b 0 x1
both M l x1 A x1 x1 cd2 cd4 L x2 t A x1 x1 3cd4 cd4 L r y2 A x1 x1 0 cd4 L x1 b A x1 x1 cd4 cd4 Z

round1Rect adj=16667
a = pin 0 adj 50000
dx = */ ss a 100000
x1 = +- r 0 dx
both M l t L x1 t A dx dx 3cd4 cd4 L r b L l b Z

round2SameRect adj1=16667 adj2=0
a1 = pin 0 adj1 50000
a2 = pin 0 adj2 50000
tx = */ ss a1 100000
tx2 = +- r 0 tx
bx = */ ss a2 100000
bx2 = +- r 0 bx
by = +- b 0 bx
both M tx t L tx2 t A tx tx 3cd4 cd4 L r by A bx bx 0 cd4 L bx b A bx bx cd4 cd4 L l tx A tx tx cd2 cd4 Z

round2DiagRect adj1=16667 adj2=0
a1 = pin 0 adj1 50000
a2 = pin 0 adj2 50000
x1 = */ ss a1 100000
y1 = +- b 0 x1
a = */ ss a2 100000
x2 = +- r 0 a
xr = +- r 0 x1
yl = +- b 0 a
both M x1 t L x2 t A a a 3cd4 cd4 L r y1 A x1 x1 0 cd4 L a b A a a cd4 cd4 L l x1 A x1 x1 cd2 cd4 Z

snip1Rect adj=16667
a = pin 0 adj 50000
dx = */ ss a 100000
x1 = +- r 0 dx
both M l t L x1 t L r dx L r b L l b Z

snip2SameRect adj1=16667 adj2=0
a1 = pin 0 adj1 50000
a2 = pin 0 adj2 50000
tx = */ ss a1 100000
tx2 = +- r 0 tx
bx = */ ss a2 100000
bx2 = +- r 0 bx
by = +- b 0 bx
both M tx t L tx2 t L r tx L r by L bx2 b L bx b L l by L l tx Z

snip2DiagRect adj1=0 adj2=16667
a1 = pin 0 adj1 50000
a2 = pin 0 adj2 50000
lx = */ ss a1 100000
lx2 = +- r 0 lx
ly = +- b 0 lx
rx = */ ss a2 100000
rx2 = +- r 0 rx
ry = +- b 0 rx
both M lx t L rx2 t L r rx L r ly L lx2 b L rx b L l ry L l lx Z

snipRoundRect adj1=16667 adj2=16667
a1 = pin 0 adj1 50000
a2 = pin 0 adj2 50000
x1 = */ ss a1 100000
dx2 = */ ss a2 100000
x2 = +- r 0 dx2
both M x1 t L x2 t L r dx2 L r b L l b L l x1 A x1 x1 cd2 cd4 Z

triangle adj=50000
a = pin 0 adj 100000
x = */ w a 100000
both M l b L x t L r b Z

rtTriangle
both M l b L l t L r b Z

diamond
both M l vc L hc t L r vc L hc b Z

parallelogram adj=25000
most = */ 100000 w ss
a = pin 0 adj most
x2 = */ ss a 100000
x5 = +- r 0 x2
both M l b L x2 t L r t L x5 b Z

trapezoid adj=25000
most = */ 50000 w ss
a = pin 0 adj most
x2 = */ ss a 100000
x3 = +- r 0 x2
both M l b L x2 t L x3 t L r b Z

flowChartManualOperation
x3 = */ w 4 5
x1 = */ w 1 5
both M l t L r t L x3 b L x1 b Z

flowChartManualInput
y = */ h 1 5
both M l y L r t L r b L l b Z

flowChartInputOutput
x1 = */ w 1 5
x2 = */ w 4 5
both M l b L x1 t L r t L x2 b Z

flowChartOffpageConnector
y = */ h 4 5
both M l t L r t L r y L hc b L l y Z

flowChartMerge
both M l t L r t L hc b Z

flowChartDelay
both M l t L hc t A wd2 hd2 3cd4 cd2 L l b Z

flowChartTerminator
dx = */ w 3475 21600
x2 = +- r 0 dx
both M dx t L x2 t A dx hd2 3cd4 cd2 L dx b A dx hd2 cd4 cd2 Z

flowChartDocument
y1 = */ h 17322 21600
y2 = */ h 20172 21600
y3 = */ h 23922 21600
x1 = */ w 10800 21600
both M l t L r t L r y1 C x1 y1 x1 y3 l y2 Z

pentagon hf=105146 vf=110557
swd2 = */ wd2 hf 100000
shd2 = */ hd2 vf 100000
svc = */ vc vf 100000
dx1 = cos swd2 1080000
dx2 = cos swd2 18360000
dy1 = sin shd2 1080000
dy2 = sin shd2 18360000
x1 = +- hc 0 dx1
x2 = +- hc 0 dx2
x3 = +- hc dx2 0
x4 = +- hc dx1 0
y1 = +- svc 0 dy1
y2 = +- svc 0 dy2
both M x1 y1 L hc t L x4 y1 L x3 y2 L x2 y2 Z

hexagon adj=25000 vf=115470
most = */ 50000 w ss
a = pin 0 adj most
shd2 = */ hd2 vf 100000
x1 = */ ss a 100000
x2 = +- r 0 x1
dy1 = sin shd2 3600000
y1 = +- vc 0 dy1
y2 = +- vc dy1 0
both M l vc L x1 y1 L x2 y1 L r vc L x2 y2 L x1 y2 Z

heptagon hf=102572 vf=105210
swd2 = */ wd2 hf 100000
shd2 = */ hd2 vf 100000
svc = */ vc vf 100000
dx1 = */ swd2 97493 100000
dx2 = */ swd2 78183 100000
dx3 = */ swd2 43388 100000
dy1 = */ shd2 62349 100000
dy2 = */ shd2 22252 100000
dy3 = */ shd2 90097 100000
x1 = +- hc 0 dx1
x2 = +- hc 0 dx2
x3 = +- hc 0 dx3
x4 = +- hc dx3 0
x5 = +- hc dx2 0
x6 = +- hc dx1 0
y1 = +- svc 0 dy1
y2 = +- svc dy2 0
y3 = +- svc dy3 0
both M x1 y2 L x2 y1 L hc t L x5 y1 L x6 y2 L x4 y3 L x3 y3 Z

octagon adj=29289
a = pin 0 adj 50000
x1 = */ ss a 100000
x2 = +- r 0 x1
y2 = +- b 0 x1
both M l x1 L x1 t L x2 t L r x1 L r y2 L x2 b L x1 b L l y2 Z

plus adj=25000
a = pin 0 adj 50000
x1 = */ ss a 100000
x2 = +- r 0 x1
y2 = +- b 0 x1
both M l x1 L x1 x1 L x1 t L x2 t L x2 x1 L r x1 L r y2 L x2 y2 L x2 b L x1 b L x1 y2 L l y2 Z

donut adj=25000
a = pin 0 adj 50000
dr = */ ss a 100000
iwd2 = +- wd2 0 dr
ihd2 = +- hd2 0 dr
q = +- 0 0 cd4
both M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z \
M dr vc A iwd2 ihd2 cd2 q A iwd2 ihd2 cd4 q A iwd2 ihd2 0 q A iwd2 ihd2 3cd4 q Z

frame adj1=12500
a1 = pin 0 adj1 50000
x1 = */ ss a1 100000
x4 = +- r 0 x1
y4 = +- b 0 x1
both M l t L r t L r b L l b Z M x1 x1 L x1 y4 L x4 y4 L x4 x1 Z

halfFrame adj1=33333 adj2=33333
most2 = */ 100000 w ss
a2 = pin 0 adj2 most2
x1 = */ ss a2 100000
g1 = */ h x1 w
g2 = +- h 0 g1
most1 = */ 100000 g2 ss
a1 = pin 0 adj1 most1
y1 = */ ss a1 100000
dx2 = */ y1 w h
x2 = +- r 0 dx2
dy2 = */ x1 h w
y2 = +- b 0 dy2
both M l t L r t L x2 y1 L x1 y1 L x1 y2 L l b Z

corner adj1=50000 adj2=50000
most1 = */ 100000 h ss
most2 = */ 100000 w ss
a1 = pin 0 adj1 most1
a2 = pin 0 adj2 most2
x1 = */ ss a2 100000
dy1 = */ ss a1 100000
y1 = +- b 0 dy1
both M l t L x1 t L x1 y1 L r y1 L r b L l b Z

diagStripe adj=50000
a = pin 0 adj 100000
x2 = */ w a 100000
y2 = */ h a 100000
both M l y2 L x2 t L r t L l b Z
"""
