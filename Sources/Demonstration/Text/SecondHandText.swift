extension CorpusText {
    /// Second-hand books: brisk, fair.
    static let secondHand = CorpusText(
        name: "secondHand",
        words: #"""
            slug: books
            name: Second-hand Books
            about: Course books, calculators, lab coats. Fair prices, quick handovers.
            style: market
            university: 0
            indexing: closed
            weight: 4
            rule: A price in the title, always.
            rule: Hand over on campus, pay when you see it.
            rule: No copies, no PDFs of books.
            rule: Mark it as sold.
            space: general | Offers | For sale and to give away.
            space: questions | Questions | Editions and prices.
            space: announcements | Announcements | Book swaps. | moderators
            space: show | Advice | How to spend less.
            slot course: CS 161 | MATH 110 | CHEM 110 | STAT 200 | PHYS 101 | BIOL 130 | ECON 102 | GERM 101
            aside: Is it still there? I could come ‹weekday› at ‹time›.
            aside: Would you take ‹price›?
            aside: Sold my own for ‹price› in ‹month›, so this is fair.
            aside: Taken, I hope? I'm second in line.
            aside: Does it have the access code? Used or not?
            aside: I've sent a request, can do ‹cafe› today.

            === discussion | bundle
            ? All books for ‹course›, ‹price› for the lot, or swap for ‹year› ones
            ? ‹course› bundle: three books, notes and a calculator, ‹price›
            - The main book, 4th edition, pencil in chapters 2 and ‹some›
            - Workbook, *solutions not filled in*
            - A grey calculator that has seen things

            I'd rather give it to somebody who takes the course next term than get ‹price› more. ‹building›, ‹weekday›.
            --- 1
            Me! I start in ‹month›. Can I bring the money on ‹weekday›?
            --- > @
            Yours. I'll put my notes on top.
            --- 2
            Second in line, if it falls through.

            === question | editions
            ? Does ‹course› accept the 3rd edition? It's ‹price› cheaper
            ? 3rd or 4th edition for ‹course›?
            The list says 4th. A used 3rd costs a third of it.
            --- 1 *
            For reading, yes: two chapters swapped places and there are new photos. For the *exercises* no, they've been renumbered. Someone in ‹month› made a table of the numbers, see ‹ref›.
            --- > @
            Bought the 3rd and printed the table. That's dinner for a week.
            --- 2
            The library has the 4th as reading copy for the few exercises that are new.

            === discussion | lab-coat
            ? Lab coat, size ‹S|M|L|XL›, worn twice, ‹price›
            ? Giving away a lab coat with one honest stain
            It's from CHEM 110. The stain is potassium permanganate, it's on the sleeve, and it makes you look experienced. Goggles included. ‹hall›, any evening.
            --- 1
            I want to look experienced.
            --- > @
            It's yours. Don't wash it with white things. Or do.

            === announcement | swap
            ? Book swap on ‹date›, ‹room›: bring two, take two
            ? The big table: free books, ‹weekday› ‹time›
            Everything that's left after ‹evening› goes to the night school. Course books **and** novels. No money changes hands, that's the point.
            --- 1
            Can I come without a book?
            --- > m
            Yes. Bring one next time.
            --- 2
            Last time I went with two and came home with nine. Be warned.

            === question | calculator
            ? Which calculators are allowed in the ‹course› exam?
            ? Is my graphing calculator allowed in ‹course›?
            Somebody sells me one for ‹price› and I don't want to buy the wrong thing.
            --- 1 *
            Non-programmable only. The list hangs in ‹building›; in short: if it can draw, it can't come in. The cheap grey one for $12 is what everyone has. The desk lends twenty of them for exams.
            --- > @
            Saved ‹price›. Thank you!

            === topic | calculus
            ? “A First Course in Calculus”
            Is the 5th edition enough? The list says 6th and it costs four times as much.
            --- 1 *
            Every exercise in the course comes from chapters 1 to 9, and those are the same in both editions. The margin notes in mine are by somebody smarter than me.
            --- 2
            The 5th is fine. I took it all the way to the exam.
            === topic | chemistry
            ? “General Chemistry for Patient People”
            Do I need the solutions book as well?
            --- 1 *
            The tables at the end are what you use in the lab every week, and the solutions for odd numbers are already in it.
            --- 2
            Don't buy the solutions. The tutor hands them out in week 3.
            === topic | statistics
            ? “Counting Carefully”
            The lecturer wrote it. Does one need it, or only *politely*?
            --- 1 *
            It's short, it's funny, and the exam examples are all in it with other numbers. The cover is ugly, which keeps the price down.
            --- 2
            Need, I'd say. It's the first statistics book I finished.
            === topic | anatomy
            ? the anatomy atlas
            It weighs four kilos. Is there any way to share one?
            --- 1 *
            You'll look at it for three years, and used ones keep their price: I'm selling for about what I paid.
            --- 2
            We share one between three, it lives in ‹hall› on the kitchen shelf.
            === topic | german
            ? “Deutsch, langsam”
            With or without the listening disc? Nobody has a drive.
            --- 1 *
            All vocabulary lists are filled in, in very small handwriting, which is worth more than the disc. The sound files are on the publisher's page anyway.
            --- 2
            Without. Put the money into stamps and write to someone.
            === topic | physics
            ? “Mechanics and Waves”
            My year used something else. Is it the same as the old blue one?
            --- 1 *
            It's the blue one with a new cover; I've compared them on a long ferry ride. Good drawings, honest exercises.
            --- 2
            Same numbers even. Take the blue one.
            === topic | drawing-kit
            ? a technical drawing kit
            Everyone says one needs it for exactly six weeks.
            --- 1 *
            You need it for exactly six weeks, so buy it from me and sell it in week seven to somebody else. It has been through four people like that.
            --- 2
            That kit is older than some of the students.
            === topic | novels
            ? a box of novels in four languages
            What would be fair? Some are read to pieces.
            --- 1 *
            There are about ‹number› of them, Portuguese to Polish, and my flatmate needs the shelf. Take one or all.
            --- 2
            A dollar each, or one in return.
            """#)
}
