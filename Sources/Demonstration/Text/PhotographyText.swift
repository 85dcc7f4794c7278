extension CorpusText {
    /// Photography: observant, sparing.
    static let photography = CorpusText(
        name: "photography",
        words: #"""
            slug: photography
            name: Photography
            about: Light, cameras old and new, the darkroom in the Annexe.
            style: life
            weight: 2
            rule: Ask before you photograph people.
            rule: Critique the picture, not the gear.
            rule: Your own work only.
            space: general | General | Walks and looking.
            space: questions | Questions | Light, film, files.
            space: announcements | Announcements | Darkroom and walks. | moderators
            space: show | Notes | How a picture came about.
            aside: Go back at another hour. It's another place.
            aside: One step to the left would have done it. It nearly always would.
            aside: The darkroom list hangs on the door of the Annexe, ‹weekday› is free.
            aside: Shade of ‹building›, around ‹time›, best soft light on campus.
            aside: Print it. On a screen you can't tell.

            === question | darkroom
            ? My negatives came out completely clear. Camera or chemistry?
            ? First film, fully transparent. What went wrong?
            Loaded it in the dark, developed ‹some› minutes, fixed, washed. It's *beautifully* clean. There's nothing on it, not even numbers at the edge.
            --- 1 *
            No edge numbers means chemistry: the numbers are exposed in the factory, so the developer never worked. Most likely you poured fixer first (the bottles in the Annexe look alike), or the developer was dead. If the numbers *were* there, it would have been the camera.
            --- > @
            I smelled the bottles. It was the fixer. New labels are on, with skulls.
            --- 2
            The rite of passage. Welcome.

            === question | light
            ? How do you photograph the ferry at dusk without it turning to soup?
            ? Ferry, dusk, handheld: is it possible?
            Either black, or a smear, or grain like sand.
            --- 1 *
            It's the moving boat, not your hands. 1/60 is enough when it comes *towards* you, 1/250 when it passes. Open the lens, ISO 1600 and live with the grain, and go ten minutes **earlier** than feels right: blue sky, lit windows, both readable.
            --- > @
            Ten minutes earlier was all it took. I've got the windows!
            --- 2
            Wait for it to stop at the pier. Patience is the cheapest lens.

            === poll | walks
            ? Where shall the ‹weekday› walk go?
            ? Next walk, ‹month›: which light do you want?
            ? Walk on ‹weekday› around ‹time›: vote for a place
            [ ] The ferry pier
            [ ] Along the tram line
            [ ] Rooftops, if we get the key
            [ ] Indoors: the library stairs
            We meet on ‹weekday› at ‹time›, at ‹cafe›. Bring ‹one lens|one roll|one idea› and leave the others at home. The place with the most votes wins, rain or not.
            --- 1
            Rooftops. I'll ask the porter, she likes my cat pictures.
            --- m
            Two of us carry the tripod, the rest of you carry ideas.

            === article | film
            ? A first roll of film, from loading to drying
            ? Your first roll: what the leaflet leaves out
            Everything I wish somebody had told me before ‹month›. It takes an evening.

            ## What you need

            A changing bag, a tank, developer, fixer, a thermometer and a clock. All but the film is in the Annexe.

            ## Loading

            Practise **in daylight** with a spoilt roll, then with eyes closed, then in the bag. If it sticks, roll back and breathe.

            ### When it sticks

            Your hands are damp. Take them out, dry them, try again.

            ## Developing

            - Developer at 20 °C, ‹some› minutes, tilt every thirty seconds.
            - Stop, then fixer for five.
            - Wash for ten. Nobody has ever washed too long.

            ## Drying

            Hang it in the shower with a clip at each end. Go away. Dust likes company.
            --- 1
            The part about damp hands saved my roll.
            --- 2
            Add: label the bottles. With skulls.

            === discussion @show | critique
            ? One bench, ‹number› days, same frame
            ? I photographed the same bench every day in ‹month›
            Always from the third step, always at ‹time›. I thought it would be about the weather. It's about **who sits where**: on the left people wait, on the right they read, and nobody ever sits in the middle.

            I asked everyone who can be recognised. Three said no, and those three frames are the empty ones now.
            --- 1
            The empty ones being the no's is the strongest thing about it.
            --- 2
            I sit on the right. I always read. I feel seen.

            === question | gear
            ? Used camera for ART 180 under ‹price›0: what would you buy?
            ? What's the cheapest camera that's good enough for ART 180?
            Must have manual mode, says the sheet.
            --- 1 *
            Any ten-year-old body with a 50 mm or 35 mm lens. Put the money into the lens and keep 20 % for cards and a bag. But first: the department lends twelve of them by the term, list in ‹building› from ‹date›. Half the class does that.
            --- > @
            Got number 8. It has someone's initials on it, I've grown fond of them.
            --- 2
            Number 8 made my whole portfolio. Treat it well.

            === discussion | walk
            ? Photo walk on ‹day›, ‹time›: only one lens, only ‹number› frames
            ? Slow photo walk, from ‹cafe› to the cannery, all cameras welcome
            Phones too. **Rules:** ‹number› frames for two hours, no looking at the screen until the end, then coffee, and each shows *one*.
            --- 1
            No looking! I'd be shaking by the second corner.
            --- 2
            I came last time. I took nine, and three were good, which never happens.

            === announcement | darkroom-hours
            ? Darkroom closed until ‹date›, new ventilation
            ? Darkroom: new times and a new safety sheet
            The fan finally gets replaced. From ‹date›: **‹weekday› and ‹otherday› from ‹time›**, four people at a time, sign the list. Read the sheet on the door, then sign that too.
            --- 1
            Will it still smell the same?
            --- > m
            Less. I know. I'm a little sad as well.

            === topic | metering
            ? snow and white walls that come out grey
            I photographed the white Annexe and it looks like a submarine.
            --- 1 *
            The meter thinks the world is middle grey. Give one to one and a half stops more for white, less for black, and check the bright end of the histogram: close to the right edge, not over it.
            --- 2
            Or meter on your hand and open one stop. The hand is always with you.
            === topic | archiving
            ? keeping ten thousand pictures in order
            I've six folders called "new".
            --- 1 *
            By date, `2026-11-03 ferry`, nothing else. Throw away nine of ten on the first evening, because you won't later. Two copies, one not at home.
            --- 2
            Print twelve a year. In ten years those are the ones you have.
            === topic | portraits
            ? portraits of shy people
            As soon as I lift the camera they turn into a passport.
            --- 1 *
            Give their hands something to do, talk, and take it *after* the click they expected. Sit lower than they are. And show them the first good one at once, from there on it's easy.
            --- 2
            Photograph them at what they're good at. My flatmate only looks like himself when he's repairing something.
            === topic | film
            ? old film found in a drawer
            Expired in 1998. Use it?
            --- 1 *
            Black and white, yes: one stop more for each decade or so, and expect fog. Colour will go magenta, which can be lovely. Don't use it for anything that only happens once.
            --- 2
            I got my grandfather's dog on one. It was already in the camera.
            """#)
}
