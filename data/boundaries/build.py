"""Build world.geojson and north-east-asia.geojson from plotly.js' own world topojson (UN geodata).

    python data/boundaries/build.py path/to/world_50m.json

README.md beside this file says where world_50m.json comes from and what is changed here.
"""

import gettext
import json
import sys
import tempfile
from pathlib import Path

import geopandas
import pycountry
import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.polygon import orient

HERE = Path(__file__).parent

TOLERANCE = 0.01  # degrees: how far a simplified border or coast may stray
FINE = 0.003  # degrees: the same for small countries, which get three decimals instead of two
SMALL = 1.0  # square degrees: a country below this is small
LONG = 4.0  # degrees: d3 draws great circles, so longer segments get vertices in between
ASIA = (115, 30, 150, 55)  # west, south, east, north

# Short forms where pycountry has an official, inverted or dated one: (English, French); None keeps pycountry's.
NAMES = {
    "ALA": (None, "Îles Åland"),
    "BRN": ("Brunei", "Brunei"),
    "CCK": (None, "Îles Cocos (Keeling)"),
    "COD": ("DR Congo", "RD Congo"),
    "COG": ("Republic of the Congo", None),
    "CXR": (None, "Île Christmas"),
    "FLK": (None, "Îles Falkland (Malouines)"),
    "FSM": ("Micronesia", "Micronésie"),
    "GNQ": (None, "Guinée équatoriale"),
    "GRL": (None, "Groenland"),
    "HKG": (None, "Hong Kong"),
    "MAC": (None, "Macao"),
    "MDV": (None, "Maldives"),
    "MMR": (None, "Myanmar"),
    "NIU": (None, "Niue"),
    "PSE": ("Palestine", "Palestine"),
    "REU": (None, "La Réunion"),
    "RUS": ("Russia", "Russie"),
    "SGS": (None, "Géorgie du Sud-et-les îles Sandwich du Sud"),
    "SLB": (None, "Îles Salomon"),
    "SUR": (None, "Suriname"),
    "TTO": (None, "Trinité-et-Tobago"),
    "VEN": (None, "Venezuela"),
    "VGB": ("British Virgin Islands", None),
    "VIR": ("US Virgin Islands", "Îles Vierges américaines"),
    "VNM": (None, "Viet Nam"),
    # Areas the set keeps apart from every claimant; the codes are the set's, not ISO's.
    "XAC": ("Aksai Chin", "Aksai Chin"),
    "XAP": ("Arunachal Pradesh", "Arunachal Pradesh"),
    "XBT": ("Bir Tawil", "Bir Tawil"),
    "XHT": ("Halaib Triangle", "Triangle de Halaïb"),
    "XIT": ("Ilemi Triangle", "Triangle d’Ilemi"),
    "XJK": ("Jammu and Kashmir", "Jammu-et-Cachemire"),
}
FRENCH = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["fr"])


def names(iso3):
    """The usual short English and French names of one id."""
    english, french = NAMES.get(iso3, (None, None))
    if english is None or french is None:
        country = pycountry.countries.get(alpha_3=iso3)
        short = getattr(country, "common_name", country.name)
        english, french = english or short, french or FRENCH.gettext(short)
    return english, french


def unroll(points):
    """The same line without the jump from 180 to -180: longitudes go on past 180 instead."""
    turn, result = 0, []
    for i, (x, y) in enumerate(points):
        if i and abs(x - points[i - 1][0]) > 180:
            turn += 360 if x < points[i - 1][0] else -360
        result.append((x + turn, y))
    if min(x for x, _ in result) < -180.001:
        result = [(x + 360, y) for x, y in result]
    return result


def read_countries(path):
    """The polygons of every id but Antarctica: gathered from all its geometries, never merged."""
    table = geopandas.read_file(path, layer="countries")
    parts = {}
    for iso3, shape in zip(table["id"], table.geometry, strict=True):
        for part in getattr(shape, "geoms", [shape]):
            shell, *holes = (unroll(ring.coords) for ring in (part.exterior, *part.interiors))
            parts.setdefault(iso3, []).append(Polygon(shell, holes))
    parts.pop("ATA")
    return dict(sorted(parts.items()))


def decode(topology):
    """The arcs of a quantised topojson in degrees."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        yield points


def arc_ids(nested):
    """Every arc number in a geometry, whatever the nesting; ~n is arc n backwards."""
    if isinstance(nested, int):
        return {nested if nested >= 0 else ~nested}
    return set().union(*map(arc_ids, nested))


def thin(points, tolerance):
    """Douglas-Peucker on one arc; a closed arc (an island) stays a ring."""
    line = shapely.LinearRing if points[0] == points[-1] and len(points) > 3 else shapely.LineString
    return list(line(points).simplify(tolerance).coords)


def simplify(topology, small):
    """The same topology with thinned, rounded, unquantised arcs: a border stays one line for both neighbours."""
    geometries = topology["objects"]["countries"]["geometries"]
    kept = set().union(*(arc_ids(g["arcs"]) for g in geometries if g["id"] in small))
    arcs = [unroll(points) for points in decode(topology)]
    fine = {(x % 360, y) for number in kept for x, y in arcs[number]}
    result = []
    for number, points in enumerate(arcs):
        wanted = thin(points, FINE if number in kept else TOLERANCE)
        points = [tuple(round(v, 3 if (p[0] % 360, p[1]) in fine else 2) for v in p) for p in wanted]
        points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        if len(points) > 1:
            points = shapely.segmentize(shapely.LineString(points), LONG).coords
        else:
            points *= 2
        result.append([[round(x - 360 if x > 180 else x, 3), round(y, 3)] for x, y in points])
    return {"type": "Topology", "arcs": result, "objects": {"countries": topology["objects"]["countries"]}}


def feature(iso3, parts):
    """A GeoJSON feature with clockwise outer rings, as d3 wants them (RFC 7946 asks for the opposite)."""
    english, french = names(iso3)
    shape = MultiPolygon([orient(part, sign=-1) for part in parts])
    return {
        "type": "Feature",
        "id": iso3,
        "properties": {"iso3": iso3, "name_en": english, "name_fr": french},
        "geometry": json.loads(shapely.to_geojson(shape)),
    }


def write(name, features):
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).replace(".0,", ",").replace(".0]", "]")
    (HERE / name).write_text(text + "\n", encoding="utf-8")
    print(f"{name}: {len(features)} features, {len(text.encode()) / 1e6:.3f} MB")


def world(topology, source):
    """Every country, simplified; parts that rounding made flat are left out."""
    area = {iso3: sum(part.area for part in parts) for iso3, parts in source.items()}
    small = {iso3 for iso3 in area if area[iso3] < SMALL}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(simplify(topology, small), file)
        file.flush()
        for iso3, parts in read_countries(file.name).items():
            yield feature(iso3, [part for part in parts if part.area > 0])


def north_east_asia(source):
    """The full 50m outlines inside one box, for the map of the ports."""
    window = box(*ASIA)
    for iso3, parts in source.items():
        cut = [part.intersection(window) for part in parts if part.intersects(window)]
        cut = [p for shape in cut for p in getattr(shape, "geoms", [shape]) if p.geom_type == "Polygon"]
        if cut:
            cut = [shapely.transform(shapely.segmentize(p, LONG), lambda xy: xy.round(3)) for p in cut]
            yield feature(iso3, cut)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = read_countries(sys.argv[1])
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    write("world.geojson", list(world(topology, source)))
    write("north-east-asia.geojson", list(north_east_asia(source)))
