extension CorpusText {
    /// A hall committee, in private.
    static let hallCommittee = CorpusText(
        name: "hallCommittee",
        words: #"""
            slug: hall-committee
            name: Harbour House Committee
            about: The elected people of Harbour House. Budget, boiler, biscuits.
            style: life
            visibility: private
            indexing: closed
            university: 0
            weight: 0.6
            rule: Minutes within three days.
            rule: What's confidential is marked.
            rule: Speak for your floor, not over it.
            space: general | General | Running the house.
            space: questions | Questions | Who does what?
            space: announcements | Announcements | Minutes and dates. | moderators
            aside: Floor ‹few› says yes.
            aside: Put it on the agenda for ‹weekday›.
            aside: Who has the key to the cellar?

            === question | budget
            ? Is there anything left for the kitchen on floor ‹few›?
            ? ‹price› for pans: who may decide that?
            The last pan has no handle.
            --- 1 *
            Up to $80 the floor decides, receipt to the treasurer within a week. There's ‹price› left for this term.
            --- > @
            Bought two. With handles.

            === question | boiler
            ? Who calls about the boiler, us or the office?
            ? Boiler again: what's the procedure?
            It makes the whale noise.
            --- 1 *
            The office, before 16:00; after that the yellow number. Write the time on the sheet in the cellar, they want a log. The whale noise is air: the third valve, a quarter turn.
            --- 2
            A *quarter*. Not a whole one. Ask me about ‹month›.

            === discussion | party
            ? House party on ‹date›: quiet until when?
            ? Summer evening in the yard: who does what?
            Ideas so far: soup, lanterns, no bass after ten, and a note in every letter box of the street a week before.
            --- 1
            I'll write the note. With a phone number on it, that helps more than an apology.
            --- 2
            Floor ‹few› does lanterns.

            === announcement | minutes
            ? Minutes of ‹weekday›: bikes, bins, biscuits
            ? Minutes, ‹date›: ‹some› points, one vote
            1. Bikes: tags until the end of ‹month›.
            2. Bins: the rota works. Applause.
            3. Biscuits: budget doubled, ‹some› to 1.
            --- 1
            I was the 1.

            === topic | noise-rules
            ? quiet hours
            Floor three wants ten, floor five wants midnight.
            --- 1 *
            Ten on weekdays, midnight on Friday and Saturday, music room exempt. It's what the street agreement says anyway, so we can stop voting on it.
            --- 2
            Let's print it with a boat on it. People read boats.
            """#)
}
