"""Who and what has several names: people, places, ships, and the words that each language has its own of."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from dashboard.datasets._search_words import Range, Word, joined, words_of

# Where a text names something, and what it may be.
Mentions = Sequence[tuple[Range, set[int]]]

_WIDEST_GAP = 2
# The word after the last one of a text.
_NOWHERE: Word = ("", 0, 0)
# Stands behind every character of a word.
_LAST_CHARACTER = "\U0010ffff"
COLUMNS = ("name", "name_en", "name_fr", "name_ko", "name_ru", "variants", "aliases")
# From the glossary, where the languages or usages differ; no name that is a common word in another language (UN, US, EU).
_SYNONYMS = (
    "PRK;DPRK;North Korea;North Korean;North Koreans;Corée du Nord;RPDC;nord-coréen;nord-coréenne;nord-coréens;"
    "nord-coréennes;북한;조선민주주의인민공화국;КНДР;Северная Корея;северокорейский;северокорейские",
    "KOR;South Korea;South Korean;Republic of Korea;Corée du Sud;sud-coréen;sud-coréenne;sud-coréens;sud-coréennes;"
    "한국;대한민국;Южная Корея;Республика Корея",
    "RUS;Russia;Russian;Russian Federation;Russie;russe;russes;Fédération de Russie;러시아;Россия;российский",
    "SUN;USSR;Soviet Union;Soviet;URSS;Union soviétique;soviétique;소련;СССР;Советский Союз",
    "USA;United States;États-Unis;미국;США",
    "CHN;China;Chinese;Chine;chinois;chinoise;중국;Китай;КНР",
    "UKR;Ukraine;우크라이나;Украина",
    "JPN;Japan;Japon;일본;Япония",
    "Kyiv;Kiev;키이우;Киев;Київ",
    "Moscow;Moscou;모스크바;Москва",
    "Seoul;Séoul;서울;Сеул",
    "United Nations;Nations unies;ONU;유엔;ООН",
    "European Union;Union européenne;UE;유럽연합;ЕС",
    "Panel of Experts;Groupe d'experts;전문가 패널;Группа экспертов",
    "Multilateral Sanctions Monitoring Team;MSMT;Équipe multilatérale de surveillance des sanctions;다국적제재모니터링팀",
    "National Intelligence Service;NIS;Service national du renseignement;국가정보원;국정원;Национальная служба разведки",
    "Joint Chiefs of Staff;JCS;Comité des chefs d'état-major interarmées;합동참모본부;합참",
    "Defence Intelligence of Ukraine;HUR;GUR;ГУР",
    "Korean People's Army;KPA;Armée populaire de Corée;조선인민군;Корейская народная армия",
    "Tumen River;Tumen;Toumen;Tuman;Tumannaya;두만강;Туманная",
    "container;containers;conteneur;conteneurs;컨테이너;контейнер;контейнеры",
    "shell;shells;obus;포탄;снаряд;снаряды",
    "troops;soldiers;soldats;troupes;파병;войска",
    "satellite;satellites;위성;정찰위성;спутник",
    "missile;missiles;미사일;ракета;ракеты",
    "intercontinental ballistic missile;ICBM;missile balistique intercontinental;대륙간탄도미사일;МБР",
    "short-range ballistic missile;SRBM;missile balistique à courte portée;단거리 탄도미사일",
    "sanctions;sanction;제재;санкции",
    "veto;vetoed;véto;거부권;вето",
    "oil;petroleum;pétrole;정제유;нефть;нефтепродукты",
    "treaty;traité;조약;договор",
    "workers;travailleurs;ouvriers;노동자;рабочие",
)


class _Node:
    """A beginning of names: what is called just so, and with which words names go on."""

    __slots__ = ("then", "things")

    def __init__(self) -> None:
        self.things: set[int] = set()
        self.then: dict[str, _Node] = {}


class Names:
    """Every name of everything that has several; a thing is known by its number."""

    def __init__(self, named: Iterable[Sequence[str]]) -> None:
        things = [set(map(joined, ";".join(cells).split(";"))) - {""} for cells in named]
        things += [set(map(joined, line.split(";"))) for line in _SYNONYMS]
        self.by_name: dict[str, set[int]] = defaultdict(set)
        self.by_word: dict[str, set[int]] = defaultdict(set)
        root = _Node()
        for number, names in enumerate(things):
            for name in names:
                self.by_name[name].add(number)
                node = root
                for word in name.split(" "):
                    self.by_word[word].add(number)
                    node = node.then.setdefault(word, _Node())
                node.things.add(number)
        self._sorted, self._words = sorted(self.by_name), sorted(self.by_word)
        self.longest = max(name.count(" ") + 1 for name in self.by_name)
        # A common word asks for the same newest records each time.
        self.read = lru_cache(maxsize=4096)(partial(_read, root))

    def called(self, words: Sequence[str], *, begun: bool) -> set[int]:
        """What has exactly this name; with `begun`, also what has a name that begins so."""
        name = " ".join(words)
        found = set(self.by_name.get(name, ()))
        for one in begins(self._sorted, name) if begun else ():
            found |= self.by_name[one]
        return found

    def with_word(self, word: str, *, begun: bool) -> set[int]:
        """What has a name with this word in it; with `begun`, with a word that begins so."""
        found = set(self.by_word.get(word, ()))
        for one in begins(self._words, word) if begun else ():
            found |= self.by_word[one]
        return found

    def met(self, texts: Iterable[str]) -> tuple[set[str], set[int]]:
        """The words that stand in the texts, and what these name."""
        words: set[str] = set()
        things: set[int] = set()
        for text in texts:
            read, mentions = self.read(text)
            words.update(word for word, _, _ in read)
            things.update(*(named for _, named in mentions))
        return words, things


def _read(root: _Node, text: str) -> tuple[Sequence[Word], Mentions]:
    """The words of a text and what it names."""
    words = words_of(text)
    found: list[tuple[Range, set[int]]] = []
    for at, (word, start, end) in enumerate(words, start=1):
        node = root.then.get(word)
        while node:
            if node.things:
                found.append(((start, end), node.things))
            following, begins_at, ends_at = words[at] if at < len(words) else _NOWHERE
            # Words of a name follow each other with a blank, a hyphen or the like between them, not as items of a list.
            node = node.then.get(following) if begins_at - end <= _WIDEST_GAP else None
            at, end = at + 1, ends_at
    return words, found


def begins(ordered: Sequence[str], start: str) -> Sequence[str]:
    """The texts of an ordered list that begin so."""
    at, end = stretch(ordered, start)
    return ordered[at:end]


def stretch(ordered: Sequence[str], start: str) -> tuple[int, int]:
    """From where to where the texts of an ordered list begin so."""
    return bisect_left(ordered, start), bisect_left(ordered, start + _LAST_CHARACTER)
