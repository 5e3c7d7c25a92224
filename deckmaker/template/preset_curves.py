"""Preset shapes with curves of their own, and stars, as `preset_shapes` reads them (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

CURVES = """
arc adj1=16200000 adj2=0
st = pin 0 adj1 21599999
en = pin 0 adj2 21599999
sw1 = +- en 0 st
sw2 = +- sw1 21600000 0
sw = ?: sw1 sw1 sw2
wt = sin wd2 st
ht = cos hd2 st
dx = cat2 wd2 ht wt
dy = sat2 hd2 ht wt
x1 = +- hc dx 0
y1 = +- vc dy 0
fill M x1 y1 A wd2 hd2 st sw L hc vc Z
line M x1 y1 A wd2 hd2 st sw

pie adj1=0 adj2=16200000
st = pin 0 adj1 21599999
en = pin 0 adj2 21599999
sw1 = +- en 0 st
sw2 = +- sw1 21600000 0
sw = ?: sw1 sw1 sw2
wt = sin wd2 st
ht = cos hd2 st
dx = cat2 wd2 ht wt
dy = sat2 hd2 ht wt
x1 = +- hc dx 0
y1 = +- vc dy 0
both M x1 y1 A wd2 hd2 st sw L hc vc Z

chord adj1=2700000 adj2=16200000
st = pin 0 adj1 21599999
en = pin 0 adj2 21599999
sw1 = +- en 0 st
sw2 = +- sw1 21600000 0
sw = ?: sw1 sw1 sw2
wt = sin wd2 st
ht = cos hd2 st
dx = cat2 wd2 ht wt
dy = sat2 hd2 ht wt
x1 = +- hc dx 0
y1 = +- vc dy 0
both M x1 y1 A wd2 hd2 st sw Z

blockArc adj1=10800000 adj2=0 adj3=25000
st = pin 0 adj1 21599999
en = pin 0 adj2 21599999
a3 = pin 0 adj3 50000
sw1 = +- en 0 st
sw2 = +- sw1 21600000 0
sw = ?: sw1 sw1 sw2
back = +- 0 0 sw
wt1 = sin wd2 st
ht1 = cos hd2 st
dx1 = cat2 wd2 ht1 wt1
dy1 = sat2 hd2 ht1 wt1
dr = */ ss a3 100000
iwd2 = +- wd2 0 dr
ihd2 = +- hd2 0 dr
wt2 = sin iwd2 en
ht2 = cos ihd2 en
dx2 = cat2 iwd2 ht2 wt2
dy2 = sat2 ihd2 ht2 wt2
x1 = +- hc dx1 0
y1 = +- vc dy1 0
x2 = +- hc dx2 0
y2 = +- vc dy2 0
both M x1 y1 A wd2 hd2 st sw L x2 y2 A iwd2 ihd2 en back Z

teardrop adj=100000
a = pin 0 adj 200000
r2 = sqrt 2
tw = */ wd2 r2 1
th = */ hd2 r2 1
sw = */ tw a 100000
sh = */ th a 100000
dx1 = cos sw 2700000
dy1 = sin sh 2700000
x1 = +- hc dx1 0
y1 = +- vc 0 dy1
x2 = +/ hc x1 2
y2 = +/ vc y1 2
both M l vc A wd2 hd2 cd2 cd4 Q x2 t x1 y1 Q r y2 r vc A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z

wave adj1=12500 adj2=0
a1 = pin 0 adj1 20000
a2 = pin -10000 adj2 10000
y1 = */ h a1 100000
dy2 = */ y1 10 3
y2 = +- y1 0 dy2
y3 = +- y1 dy2 0
y4 = +- b 0 y1
y5 = +- y4 0 dy2
y6 = +- y4 dy2 0
dx1 = */ w a2 100000
of2 = */ w a2 50000
dx2 = ?: of2 0 of2
x2 = +- l 0 dx2
dx5 = ?: of2 of2 0
x5 = +- r 0 dx5
dx3 = +/ dx2 x5 3
x3 = +- x2 dx3 0
x4 = +/ x3 x5 2
x6 = +- l dx5 0
x10 = +- r dx2 0
x7 = +- x6 dx3 0
x8 = +/ x7 x10 2
both M x2 y1 C x3 y2 x4 y3 x5 y1 L x10 y4 C x8 y6 x7 y5 x6 y4 Z

flowChartPunchedTape
rx = */ w 1 4
ry = */ h 1 10
y2 = */ h 9 10
both M l ry A rx ry cd2 -10800000 A rx ry cd2 cd2 L r y2 A rx ry 0 -10800000 A rx ry 0 cd2 Z

star4 adj=12500
a = pin 0 adj 50000
iwd2 = */ wd2 a 50000
ihd2 = */ hd2 a 50000
dx = cos iwd2 2700000
dy = sin ihd2 2700000
x1 = +- hc 0 dx
x2 = +- hc dx 0
y1 = +- vc 0 dy
y2 = +- vc dy 0
both M l vc L x1 y1 L hc t L x2 y1 L r vc L x2 y2 L hc b L x1 y2 Z

star5 adj=19098 hf=105146 vf=110557
a = pin 0 adj 50000
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
iwd2 = */ swd2 a 50000
ihd2 = */ shd2 a 50000
sdx1 = cos iwd2 20520000
sdx2 = cos iwd2 3240000
sdy1 = sin ihd2 3240000
sdy2 = sin ihd2 20520000
sx1 = +- hc 0 sdx1
sx2 = +- hc 0 sdx2
sx3 = +- hc sdx2 0
sx4 = +- hc sdx1 0
sy1 = +- svc 0 sdy1
sy2 = +- svc 0 sdy2
sy3 = +- svc ihd2 0
both M x1 y1 L sx2 sy1 L hc t L sx3 sy1 L x4 y1 L sx4 sy2 L x3 y2 L hc sy3 L x2 y2 L sx1 sy2 Z

heart
dx1 = */ w 49 48
dx2 = */ w 10 48
x1 = +- hc 0 dx1
x2 = +- hc 0 dx2
x3 = +- hc dx2 0
x4 = +- hc dx1 0
y1 = +- t 0 hd3
both M hc hd4 C x3 y1 x4 hd4 hc b C x1 hd4 x2 y1 hc hd4 Z

plaque adj=16667
a = pin 0 adj 50000
x1 = */ ss a 100000
x2 = +- r 0 x1
y2 = +- b 0 x1
both M l x1 A x1 x1 cd4 -5400000 L x2 t A x1 x1 cd2 -5400000 L r y2 A x1 x1 3cd4 -5400000 L x1 b A x1 x1 0 -5400000 Z

leftBracket adj=8333
most = */ 50000 h ss
a = pin 0 adj most
y1 = */ ss a 100000
y2 = +- b 0 y1
both M r b A w y1 cd4 cd4 L l y1 A w y1 cd2 cd4

rightBracket adj=8333
most = */ 50000 h ss
a = pin 0 adj most
y1 = */ ss a 100000
y2 = +- b 0 y1
both M l t A w y1 3cd4 cd4 L r y2 A w y1 0 cd4
"""
