"""Plain geometry: points in, points out. Nothing here knows about colour."""

import itertools
import math


def polar(x, y, radius, degrees):
    """The point at an angle (clockwise from the right) around a centre."""
    angle = math.radians(degrees)
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def arc(x, y, radius, start, end, steps=24, squash=1.0):
    """Points along an arc; `squash` flattens it into an ellipse."""
    points = []
    for i in range(steps + 1):
        px, py = polar(0, 0, radius, start + (end - start) * i / steps)
        points.append((x + px, y + py * squash))
    return points


def star(x, y, radius, pointing=-90.0):
    """A five-pointed star with one point in the direction `pointing`."""
    # 0.382 is the inner radius of a true pentagram.
    return [polar(x, y, radius if i % 2 == 0 else radius * 0.382, pointing + 36 * i) for i in range(10)]


def box(x, y, width, height):
    """The four corners of an upright rectangle."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def turn(points, x, y, degrees):
    """Rotate points around (x, y)."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + (px - x) * cosine - (py - y) * sine, y + (px - x) * sine + (py - y) * cosine) for px, py in points]


def between(first, second, share):
    """The point a given share of the way along a segment."""
    return (first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share)


def hull(points):
    """Convex hull (monotone chain)."""
    points = sorted(set(points))

    def half(sequence):
        chain = []
        for p in sequence:
            while len(chain) > 1 and _cross(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(points) + half(reversed(points))


def _cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def bezier_spans(points, closed):
    """Catmull-Rom spline as cubic spans: (start, control, control, end)."""
    count = len(points)
    for i in range(count if closed else count - 1):
        if closed:
            before, start, end, after = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            before, start = points[max(i - 1, 0)], points[i]
            end, after = points[i + 1], points[min(i + 2, count - 1)]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        yield start, first, second, end


def walk(points, spacing):
    """Points at equal distances along a polyline, each with its heading."""
    result, carry = [], 0.0
    for first, second in itertools.pairwise(points):
        length = math.dist(first, second)
        heading = math.degrees(math.atan2(second[1] - first[1], second[0] - first[0]))
        while carry <= length:
            result.append((*between(first, second, carry / length), heading))
            carry += spacing
        carry -= length
    return result


class Camera:
    """One-point perspective: x to the right, y up, z away from the viewer."""

    def __init__(self, x, horizon, height, scale):
        self.x, self.horizon, self.height, self.scale = x, horizon, height, scale

    def point(self, x, y, z):
        size = self.scale / z
        return self.x + x * size, self.horizon + (self.height - y) * size

    def quad(self, *corners):
        return [self.point(*corner) for corner in corners]
