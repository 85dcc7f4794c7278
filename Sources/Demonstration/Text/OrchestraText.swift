extension CorpusText {
    /// Orchestra and choir: warm, musical, punctual.
    static let orchestra = CorpusText(
        name: "orchestra",
        words: #"""
            slug: orchestra
            name: Orchestra & Choir
            about: Rehearsals, parts, instruments to lend and people to play with.
            style: life
            university: 0
            weight: 2.5
            rule: Rehearsals start at the time that's written there.
            rule: Mark parts in pencil.
            rule: Recordings only if everybody agreed.
            space: general | General | Playing together.
            space: questions | Questions | Instruments, parts, auditions.
            space: announcements | Announcements | Rehearsals and concerts. | moderators
            slot piece: the Dvořák serenade | Fauré's Requiem | the Brahms waltzes | Sibelius 2 | the Farrenc symphony | Holst's St Paul's Suite | Bach's Magnificat
            slot voice: alto | tenor | bass | soprano | viola | second violin | horn | double bass
            aside: The music rooms are in the basement of ‹building›, key at the porter's.
            aside: From bar ‹number› on it's only counting. Count aloud.
            aside: The ‹voice› section is very nice. I'm biased, I'm in it.
            aside: Bring a pencil. Bring two, the basses never have any.
            aside: Rosin isn't a snack, whatever the horns say.

            === question | viola lending
            ? Can I borrow a viola for one rehearsal, or does the music room lend them?
            ? Mine is at the luthier until ‹date›. Is there a viola on campus?
            Rehearsal is on ‹weekday›, and we're three violas, so I can't just vanish.
            --- 1 *
            The music room has four, two of them good. Ask for number 3, it has new strings. Deposit is your card; you sign the yellow book and bring it back by noon the next day. Bring your own shoulder rest.
            --- > @
            Number 3 is nicer than mine. This is going to be a problem.
            --- 2
            The yellow book goes back to 1964. Look at page one.

            === question | audition
            ? How bad may the audition be? I haven't played since school
            ? Audition on ‹weekday›: what do they really listen for?
            Five years without lessons. I can still play, it's just that my fingers don't know that yet.
            --- 1 *
            A slow piece you *like*, four lines of sight-reading, one scale. They listen for rhythm and for whether you listen. Wrong notes hardly matter, stopping does: go on, whatever happens.

            Last year everybody who came got a place, a few in the string group first.
            --- > @
            I stopped once, apologised, and went on. I'm in! Back desk, the best view.
            --- 2
            Welcome to the back desk. We have liquorice.

            === discussion | programme
            ? ‹Piece› or ‹piece›'s neighbour on the shelf: what do you want to play next term?
            ? What should go beside ‹piece› in the spring programme?
            We've got ninety minutes with ‹number› players and exactly one harp. Two things are settled: an overture, and nothing with offstage trumpets after what happened in ‹month›.
            --- 1
            Something by Farrenc, please. It's lovely for everyone, and violas have *tunes*.
            --- 2
            What did happen in ‹month›?
            --- > @
            The trumpets were so far offstage that they met the fire brigade.
            --- 3
            A piece the choir can join. We're ‹number› people with nothing to do in the second half.

            === question | practice
            ? How do you practise ‹some› sharps in a flat with thin walls?
            ? Where can I practise at 22:00 without making enemies?
            ‹hall›, third floor. My neighbour has started to sigh in rhythm.
            --- 1 *
            Basement rooms in ‹building›, open until midnight with your card; numbers 4 and 7 are the quiet ones. At home: mute, slow, and only the difficult bars. Ten minutes like this beat an hour of playing through anyway.
            --- > @
            Room 7 it is. My neighbour brought cake.
            --- 2
            Fingering without the bow, while reading. Looks odd on the ferry.

            === announcement | concert
            ? Spring concert on ‹date›: ‹piece›, and who carries chairs
            ? Rehearsal plan for ‹piece›, from week ‹week›
            | When | Who | Where |
            |---|---|---|
            | ‹weekday› ‹evening› | strings | Tideline B |
            | ‹otherday› ‹evening› | winds and brass | Observatory 2 |
            | ‹day› ‹time› | everyone | the hall |

            Black clothes, *quiet* shoes. Chairs: ‹voice› and percussion, thank you.
            --- 1
            Can I come in late on ‹otherday›, after a lab?
            --- > m
            Yes, through the side door, and please tell your section leader.
            --- 2
            Are there tickets for parents?
            --- > m
            Two each, from ‹weekday›, at the porter's.

            === topic | page-turns
            ? impossible page turns
            ‹Piece›, bar ‹number›: I need three hands.
            --- 1 *
            Photocopy one page and tape it as a fold-out, that's allowed for parts we own. At one desk, the inside player turns and stops playing two bars early; the composer counted on it.
            --- 2
            Learn the last two bars by heart. It's only eight notes.
            === topic | intonation
            ? singing in tune without a piano
            After ten minutes we're a quarter tone lower, and nobody was it.
            --- 1 *
            It's breath, mostly on falling thirds. Think the third *high* when going down, sing it on "noo", and let one voice hold the key note softly. And sit up: half of it is chairs.
            --- 2
            The basses were it.
            === topic | reeds
            ? reeds in cold rooms
            The one that's perfect at home is dead in the Annexe.
            --- 1 *
            Keep three in play and rotate, take them out half an hour before to get used to the room, and don't judge any of them in the first five minutes. Write dates on them.
            --- 2
            A harder one for winter. Sounds wrong, works.
            === topic | chamber-music
            ? finding people for a quartet
            We have two violins and a lot of enthusiasm.
            --- 1 *
            There's a board by the music rooms with a pencil on a string: write instrument, evening, a composer you love. Three quartets came from it last year. The library lends the parts, four weeks at a time.
            --- 2
            I'm a cello. I know three other cellos. Have you considered something unusual?
            === topic | stage-fright
            ? shaking hands before a solo
            It's eight bars. My hands think it's a war.
            --- 1 *
            Play it for one person, then three, then five, on different days. On the evening itself: cold air, slow exhale, look at a friend. It doesn't go away, it becomes useful. Bananas help; I don't know why.
            --- 2
            Tell your neighbour beforehand. Saying it halves it.
            """#)
}
