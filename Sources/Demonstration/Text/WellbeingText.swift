extension CorpusText {
    /// Wellbeing: soft-voiced, never diagnoses.
    static let wellbeing = CorpusText(
        name: "wellbeing",
        words: #"""
            slug: wellbeing
            name: Wellbeing
            about: Sleep, stress, asking for help. Only people of Alder Bay can read this.
            style: life
            visibility: university
            indexing: closed
            university: 0
            weight: 1.8
            rule: Listen first.
            rule: No diagnoses and no doses.
            rule: In an emergency call the number on your card, then write here.
            rule: What's said here isn't retold.
            space: general | General | How are you, really?
            space: questions | Questions | Where to turn.
            space: announcements | Announcements | Groups and hours. | moderators
            aside: Thank you for writing this down.
            aside: Same corridor, other year. It did pass.
            aside: The open hour is ‹weekday› ‹time›, ‹building›, no name needed.
            aside: You don't have to be the worst case to be allowed to go.

            === question | sleep
            ? Awake at four every night since ‹month›. What helped you?
            ? I sleep from ten to four, then I'm finished
            Then I lie there and do sums about how many hours are left.
            --- 1 *
            Turn the clock to the wall. Get *up* when you're awake for more than twenty minutes, low light, something dull, back when you yawn. And the same getting-up time every day, also after bad nights. It took me two weeks, the first one was worse.

            If it goes on for a month, the health centre has a sleep group on ‹weekday›s.
            --- > @
            The clock was half of it. I've stopped doing sums.
            --- 2
            The sleep group is three people and a kettle. Lovely, really.

            === question | extension
            ? How do I tell a lecturer that I'm not well without telling everything?
            ? Asking for more time without explaining my whole life
            I don't want to write a diagnosis into a mail.
            --- 1 *
            You don't have to. "For health reasons I need until ‹weekday›. I can get a note from the student office." The note from them contains no reason, only dates. That's precisely what it's for.
            --- > @
            I hadn't known about that note. It took a day. Nobody asked.

            === discussion | small-things
            ? Small things that made this week bearable
            ? Good things this week, the smaller the better
            I'll begin: the bus driver waited for me.
            --- 1
            I cooked. Not well, but with vegetables.
            --- 2
            I said no to something and nothing happened.
            --- 3
            Rang my brother. We talked about a kettle for half an hour.

            === announcement | group
            ? Open group ‹weekday› ‹evening›: come once or come always
            ? New in ‹month›: an hour to talk before exams
            ‹room›, six to eight people, one of the counsellors is there. Nobody writes anything down. You can just listen.
            --- 1
            Do I have to say my name?
            --- > m
            A first name, any first name.

            === topic | stress
            ? exam stress that starts weeks before
            How do I stop rehearsing disasters?
            --- 1 *
            Give it an appointment: fifteen minutes at five o'clock, on paper. When it comes earlier, tell it to wait. Then three things you *can* do tomorrow, small ones. It sounds like a trick, and it's one.
            --- 2
            Walk while worrying. Everything's slower on foot.
            === topic | counselling
            ? the first appointment at the counselling service
            What do you say in the first minute?
            --- 1 *
            "I don't know where to start." They hear it every day, and they do know. The first time is mostly them asking. You decide whether you come again.
            --- 2
            Ask at reception for someone else if it doesn't fit. They don't mind.
            === topic | loneliness
            ? quiet weekends
            Everybody's gone on Fridays and I talk to nobody until Monday.
            --- 1 *
            One fixed thing on each day: the market on Saturday, the long table on Sunday. It needn't be *with* anyone at first. By the fourth week somebody keeps you a seat.
            --- 2
            I'm at that table. The seat next to the radiator is good.
            """#)
}
