extension CorpusText {
    /// Studying with children: quick, funny, tired.
    static let parents = CorpusText(
        name: "parents",
        words: #"""
            slug: parents
            name: Studying with Children
            about: Lectures, fevers, childcare and hand-me-downs. For people of Alder Bay.
            style: life
            visibility: university
            indexing: closed
            university: 0
            weight: 1.2
            rule: No pictures of children.
            rule: Advice only when asked.
            rule: Swap, don't sell.
            space: general | General | Days like these.
            space: questions | Questions | Childcare, money, exams.
            space: announcements | Announcements | Family room and dates. | moderators
            aside: Mine did that too. It was a phase. There's always another phase.
            aside: Family room in ‹building›: it has a kettle *and* a door.
            aside: I can take two on ‹weekday› until ‹time›.
            aside: Typed with one hand, forgive the commas.

            === question | exam fever
            ? Exam on ‹weekday›, child has a fever. What are my rights?
            ? Can I move an exam because my child is ill?
            The form only knows *my* illness.
            --- 1 *
            Tick "other" and attach the note for the child from the doctor, dated on the day or the day before. It's in the rules, §14, "care of dependants". You get the next date, no attempt lost.
            --- > @
            Accepted within an hour. And the fever went down the moment I'd sent it, naturally.
            --- 2
            They always know.

            === question | lectures
            ? May I bring a baby to a lecture?
            ? Baby in the lecture: yes or no?
            Eight weeks old, sleeps mostly. Mostly.
            --- 1 *
            Yes. Sit by the door, on the side, and tell the lecturer once beforehand; every single one was kind to me. One held her while I asked a question. No labs, obviously.
            --- > @
            She slept through ‹course›. So did two others.

            === discussion | swap
            ? Winter clothes, size ‹some›: swapping for the next size up
            ? Box of things for a ‹some›-year-old, pick up in ‹hall›
            Boots (one winter), overall, *far too many* hats. I'd love a raincoat in return, or cake.
            --- 1
            I've a raincoat with sharks on it.
            --- > @
            It will be fought over. Deal!

            === announcement | room
            ? Family room: open until ‹evening› during exams
            ? Family breakfast on ‹day›, ‹time›, ‹building›
            Toys are clean, the carpet is new, the tap is childproof and also adult-proof. Please bring slippers.
            --- 1
            How does the tap work?
            --- > m
            Push *and* turn. Push harder.

            === topic | nursery
            ? a nursery place
            The list has ‹number› names on it. Do I just wait?
            --- 1 *
            Go there, once a month, with the child. It isn't unfair, it's that people on paper lists have often moved away. And ask for afternoons first, then swap.
            --- 2
            The one by the boathouse keeps two places for students. Say the word "student".
            === topic | evenings
            ? studying after eight in the evening
            By the time it's quiet I'm done as well.
            --- 1 *
            I gave up evenings: two mornings a week from five to seven, and *nothing* after eight. Fewer hours, twice the pages. And one lecture a week swapped for the recording at nap time.
            --- 2
            Swap an afternoon with another parent. Three hours in a row, imagine.
            """#)
}
