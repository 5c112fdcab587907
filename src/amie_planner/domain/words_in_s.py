"""Words that end in -s and are not somebody’s name with an -s, though without it they may be.

Names of families and first names as they are common in England and the United States were held beside the words that
are most often written in English, and beside those of our library.
"""

from __future__ import annotations

NEVER_A_NAME = frozenset({"arts", "chaos", "lens", "mars", "minus", "plus", "this", "thus"})
"""Words that are no name with an -s, however they are written."""

IN_PROGRAMMES = frozenset({
    "ages", "always", "areas", "arias", "arms", "artists", "balloons", "bands", "barriers", "bars", "basses", "beats",
    "begins", "bells", "blocks", "blues", "boards", "bodies", "borders", "bows", "brakes", "breaths", "brings",
    "bunches", "cables", "cadences", "calls", "cameras", "canes", "cards", "carols", "carries", "cellos", "chants",
    "chimes", "choices", "chords", "clefs", "codes", "comes", "cords", "costs", "covers", "cues", "dancers", "dances",
    "dates", "days", "decks", "does", "doors", "dots", "drivers", "drones", "drops", "drummers", "drums", "ears",
    "edges", "ends", "eyes", "faces", "fails", "falls", "feelings", "fiddles", "fields", "files", "fingers", "floors",
    "flutes", "forces", "forms", "frets", "friends", "gates", "gathers", "genres", "goes", "grooves",
    "grows", "guests", "guitars", "hands", "hangs", "harps", "headings", "heads", "heights", "holidays", "hopes",
    "horns", "hums", "hurts", "jobs", "journeys", "keeps", "keys", "kids", "kinds", "knees", "lamps", "lands",
    "lanes", "lasts", "layers", "leaders", "levels", "lies", "lights", "likes", "lines", "listens", "lists", "locks",
    "looks", "loops", "lovers", "lowers", "lyrics", "makers", "marks", "matters", "means", "mics", "moments", "naps",
    "news", "notes", "numbers", "oboes", "octaves", "offers", "organs", "others", "pages", "pans", "parents", "parts",
    "passes", "pays", "pens", "persons", "pianists", "picks", "pipers", "pipes", "places", "plans", "plates",
    "players", "points", "pops", "posts", "ranks", "raps", "readers", "reasons", "records", "reeds", "registers",
    "rhymes", "rhythms", "riffs", "rises", "rocks", "rooms", "roots", "rounds", "rows", "rules", "says", "schools",
    "seats", "seconds", "sections", "sees", "serves", "services", "sessions", "settings", "settles",
    "shakers", "shapes", "shares", "shoes", "shoulders", "shows", "sides", "signs", "silences", "singers", "sings",
    "sits", "skills", "sliders", "solos", "songs", "sonnets", "speakers", "speaks", "stamps", "stars", "starts",
    "states", "stays", "steps", "stickers", "sticks", "stories", "streets", "strings", "strums", "students", "suits",
    "talks", "tells", "tests", "tilts", "tins", "tones", "tops", "trainers", "trios", "tunes", "tutors", "violas",
    "voices", "waits", "walks", "wanders", "wants", "warnings", "ways", "widens", "words", "works",
})  # fmt: skip
"""Words of titles and plans for music: with a capital and no “the” before them they are not a family, as in “Songs”."""

ORDINARY = IN_PROGRAMMES | frozenset({
    "acres", "agents", "allies", "ambers", "angels", "angles", "apples", "apps", "argues", "arrows", "ashes", "backs",
    "balls", "bananas", "bankers", "banks", "banners", "bans", "barracks", "bases", "baths", "battles", "beams",
    "beans", "bears", "beers", "bees", "belts", "beverages", "bills", "birds", "bishops", "blacks", "blades",
    "blessings", "blows", "boasts", "bolts", "bonds", "bones", "books", "boots", "bosses", "bounds", "bowls",
    "brains", "branches", "brands", "breeds", "bricks", "bridges", "brokers", "browns", "bucks", "buddies", "buds",
    "bulls", "bumps", "burgers", "burns", "buses", "buttons", "cakes", "camps", "cancers", "candles", "cans", "caps",
    "captains", "cardinals", "cares", "carriers", "cars", "cases", "caves", "centers", "chains", "chambers",
    "champions", "champs", "chances", "channels", "checks", "cheeks", "chicks", "circles", "citizens", "clicks",
    "clients", "cliffs", "clippers", "closes", "clouds", "clusters", "coaches", "coins", "colleges", "colts",
    "commanders", "comments", "commons", "companies", "companions", "contractors", "cooks", "corners", "corps",
    "councils", "courses", "courts", "cousins", "crafts", "cranes", "credits", "crews", "crystals", "currents",
    "dads", "dangers", "dawns", "deals", "deeds", "degrees", "delays", "desires", "diamonds", "distances", "divers",
    "doctors", "dollars", "dolls", "dolphins", "doses", "doubles", "downs", "dragons", "ducks", "eagles", "elders",
    "enters", "factors", "faiths", "fans", "fares", "farmers", "farms", "favorites", "favors", "fears", "feathers",
    "fees", "fills", "filters", "fines", "fires", "flights", "floods", "flowers", "flows", "folks", "forests",
    "fortunes", "forums", "forwards", "frames", "fries", "fruits", "fuels", "gains", "gallons", "gamers", "gangs",
    "gardens", "gases", "gears", "generals", "genes", "gifts", "goods", "graces", "grains", "grams", "grants",
    "graves", "greens", "grounds", "guardians", "guards", "guns", "guts", "guys", "hackers", "hairs", "halls",
    "hawks", "hazards", "hearings", "hearts", "herbs", "hers", "highlands", "hills", "hints", "holders", "holdings",
    "holes", "homes", "honors", "honours", "hooks", "horses", "hosts", "houses", "hugs", "humans", "hunters",
    "husbands", "islands", "jays", "jeans", "jewels", "joys", "judges", "jumps", "justices", "kicks", "killers",
    "kills", "kings", "kits", "knights", "knocks", "labs", "lacks", "lads", "lakes", "larks", "laws", "lawyers",
    "lays", "leagues", "leaks", "learns", "limbs", "links", "lions", "loans", "lords", "losers", "loses", "lots",
    "loves", "lungs", "mails", "majors", "manners", "mans", "markers", "markets", "masks", "masses", "masters",
    "mates", "maths", "meadows", "mechanics", "medals", "medicines", "mentions", "merchants", "meters", "miles",
    "millions", "mills", "miners", "ministers", "minors", "mins", "miracles", "models", "modes", "monks", "mornings",
    "mountains", "nails", "nations", "needles", "neighbors", "nets", "nights", "notices", "novels", "nurses", "oaks",
    "oceans", "officers", "olives", "packs", "pains", "pairs", "panthers", "pants", "parks", "patients", "patrons",
    "payments", "peaks", "pearls", "peas", "peasants", "peers", "peoples", "peppers", "pillars", "pills", "pilots",
    "pins", "plains", "planes", "plants", "poets", "poles", "polls", "pools", "ports", "posters", "pounds", "powers",
    "prayers", "presidents", "prices", "priests", "princes", "profits", "promises", "pros", "provinces", "pumps",
    "purchases", "queens", "races", "raiders", "raids", "rails", "rains", "rams", "rangers", "ranges", "ravens",
    "rays", "readings", "reads", "rebels", "reds", "reveals", "riders", "rights", "rings", "risks", "rivals",
    "rivers", "robins", "rolls", "roses", "routes", "royals", "runners", "sailors", "saints", "sales", "samples",
    "sands", "saves", "scales", "screens", "seals", "seas", "seasons", "seeds", "seeks", "sellers", "sells",
    "seniors", "sensors", "series", "servants", "servers", "settlers", "shades", "shadows", "shakes", "sharks",
    "shells", "shelters", "shields", "shines", "ships", "shores", "shorts", "sims", "singles", "sins", "slices",
    "slots", "sons", "spaces", "sparks", "spears", "speeds", "spells", "sports", "springs", "squares", "stages",
    "stairs", "stakes", "standards", "stations", "stems", "stocks", "stones", "stores", "storms", "strains",
    "strangers", "streams", "strengths", "strikes", "styles", "subs", "summers", "sums", "sundays", "surfaces",
    "surgeons", "surprises", "sweets", "swings", "swords", "tags", "tails", "talents", "tanks", "tapes", "tears",
    "temples", "tenants", "tens", "tents", "threats", "thrones", "tigers", "tonnes", "tons", "towers", "towns",
    "toys", "traces", "traders", "trails", "trains", "trans", "treasures", "treats", "trends", "trials", "tribes",
    "tricks", "trolls", "troops", "trousers", "turtles", "tweets", "unions", "valleys", "veins", "ventures",
    "vessels", "views", "violets", "voters", "votes", "wages", "wakes", "walls", "wards", "warns", "warriors", "wars",
    "waters", "waves", "wears", "weddings", "weights", "wells", "whites", "wills", "winds", "wines", "wings",
    "winners", "wins", "winters", "wires", "wonders", "woods", "workers", "worlds", "worms", "wrens", "writers",
    "yards", "zones",
})  # fmt: skip
"""Words in which a name is seen only with a capital, as in “Kits band”."""
