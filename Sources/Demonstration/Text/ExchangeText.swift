extension CorpusText {
    /// Exchange students: many accents, helpful.
    static let exchange = CorpusText(
        name: "exchange",
        words: #"""
            slug: exchange
            name: Exchange & International
            about: Arriving, staying, leaving again. In any language you like.
            style: life
            weight: 4
            rule: Any language is welcome, add a line in English if you can.
            rule: Forms change. Say which year.
            rule: No visa advice for money.
            rule: Nobody is "basically a local". Be patient.
            space: general | General | Arriving and living.
            space: questions | Questions | Forms, visas, money.
            space: announcements | Announcements | From the international office. | moderators
            space: show | Reports | From those who went.
            slot country: Denmark | Ireland | Portugal | Japan | Viet Nam | Ghana | Germany | Chile | Poland | Canada
            aside: The international office, ‹building›, has walk-in hours on ‹weekday›.
            aside: I did ‹country› last year, ask me anything.
            aside: Photocopy everything. Then photocopy the copies.
            aside: My form took ‹some› weeks, start now.
            aside: There's a chat group for people going to ‹country›, ‹someone› can add you.

            === question | permit
            ? Residence permit ends on ‹date›, exam is two weeks later. What do I do?
            ? My permit runs out before my last exam
            The office's next free appointment is in ‹month›.
            --- 1 *
            If you apply for the extension *before* the last day, you get a paper that lets you stay until they decide. You don't need the appointment for that: the form goes by registered mail, and the receipt counts. Take copies, and carry the receipt with you.

            The international office checks the form with you, ‹weekday›s, no appointment.
            --- > @
            Sent today, receipt in my wallet, copies everywhere. I slept.
            --- 2
            Don't leave the country on the receipt alone. Different rules for coming back.

            === question | bank
            ? Opening a bank account without a permanent address?
            ? No account without an address, no address without an account
            The landlord wants a transfer, the bank wants a lease.
            --- 1 *
            The letter of residence from ‹hall› or the housing office counts as proof of address. Ask for it "for a bank", they know. The bank on Tram Street accepts it, the one by the ferry doesn't.
            --- > @
            Took half an hour. They gave me a pen.
            --- 2
            We all have that pen.

            === discussion @show | report
            ? A term in ‹country›: what I packed, what I needed
            ? Back from ‹country›: the honest version
            **Packed:** everything.
            **Needed:** rain jacket, adapter, one dish I can cook for ten people.

            - The first three weeks are lonely. Nobody writes that in the brochure.
            - Week ‹week› something clicks and you dream in the wrong language.
            - Courses: take *one fewer*. The city is a course.
            - Money: about a fifth more than the table says.

            Would I go again? I already miss the tram.
            --- 1
            How did the credits turn out?
            --- > @
            Four of five counted at once, the fifth after a letter. Get the syllabus *before* you come home.
            --- 2
            "One dish for ten people" is the best packing advice ever.

            === question | german sprache
            ? Anmeldung an der Partnerhochschule: welche Fristen gelten für das Sommersemester?
            ? Wohin mit dem Formular für das Austauschsemester?
            Hallo zusammen, ich gehe im ‹month› nach Hamburg und verstehe die Fristen nicht: Auf der Seite steht der 15., im Brief der 1. Wem soll ich glauben?

            (English: two different deadlines for my exchange term, which one counts?)
            --- 1 *
            Der 1. ist für die Nominierung durch unser Büro, der 15. für deine eigene Bewerbung dort. Beide zählen also. Für die erste musst du nichts tun, nur hier Bescheid sagen, dass du gehst.
            --- > @
            Danke! Dann habe ich ja noch zwei Wochen. Ich hatte schon Herzklopfen.
            --- 2
            In short for everyone: our office nominates you by the 1st, you apply by the 15th.

            === discussion | vietnamese
            ? Chào mọi người! Có ai là người Việt mới đến học kỳ này không?
            ? Hội người Việt ở Alder Bay: gặp nhau ‹some› giờ chiều thứ Bảy
            Mình mới sang được ba tuần, ở ‹hall›. Trời mưa suốt, nhớ phở quá. Thứ Bảy này mình nấu một nồi to, ai muốn ăn thì ghi tên ở dưới nhé.

            *(Cooking phở on Saturday, everyone is welcome, Vietnamese or not.)*
            --- 1
            Cho mình một suất! Mình mang rau thơm, ở chợ thứ Bảy có bán.
            --- 2
            I don't speak a word, but I can bring a very large pot.
            --- > @
            The very large pot is the most important guest.
            --- 3
            Em cũng mới sang, em học hoá. Hẹn gặp mọi người thứ Bảy!

            === discussion | japanese
            ? 日本から来ました。週末に一緒に料理しませんか？
            ? 交換留学生の‹昼ごはん|晩ごはん|お茶›の会、‹few›人くらいで
            はじめまして。今学期から化学を勉強しています。英語の練習もしたいので、日本語と英語を半分ずつ話す会を作りたいです。

            1. 毎週土曜日の午後
            2. 一時間は日本語、一時間は英語
            3. お菓子は持ち寄り

            *(A Japanese–English conversation table, snacks shared.)*
            --- 1
            参加したいです！日本語は初級ですが、お菓子は上級です。
            --- > @
            お菓子が上級なら大歓迎です 😊
            --- 2
            I'm in JAPN 101 and terrified. Is that enough?
            --- > 1
            Terrified is the official entrance level. Come!

            === gathering | surprises
            ? What surprised you most in your first week here?
            ? Small things that are different where you come from
            For me: people thank the *bus driver*. Every single one. I do it at home now and they think I'm ill.
            --- 1
            ‹Shoes off at parties|Doors that open the wrong way|Dinner at six|Silence in the tram|Talking to strangers in the queue|Paying for tap water|Everyone owns a raincoat|Bread as a snack|Professors with first names|Light until ten at night|Queues, everywhere queues›. ‹At home that would be rude.|I love it.|I'll never get used to it.|My mother doesn't believe me.|We do the opposite in ‹country›.›
            --- 1
            That ‹"how are you" isn't a question|"interesting" means no|nobody rings, they text first|you have to say no three times in my language and once in this one|a ‹weekday› can be a holiday and nobody knows why›. ‹It took me a month.|I've offended several people.|Useful, really.›
            --- > 2
            ‹Same in ‹country›!|Ha, with us it's the other way round.|I never noticed we do that.|That's only this town, I think.› ‹Sorry on behalf of everyone.|What did you do?|Welcome!›
            --- > 2
            ‹Wait until winter.|Wait until you see a birthday.|Try the market.|You should write that down for the newcomers.›

            === announcement | deadlines
            ? Exchange places for next year: information on ‹date›, ‹room›
            ? Going abroad? Evening with people who came back, ‹weekday› ‹evening›
            Ten people, ten countries, three minutes each, then questions. Forms are due on the ‹some›th of next month.
            --- 1
            Is there something for students with children?
            --- > m
            Yes, Ireland and Portugal have family rooms; come and talk to us afterwards.

            === topic | health-insurance
            ? health insurance for exchange students
            I've one from home, one from the host, and apparently neither covers teeth.
            --- 1 *
            The home one stays the main insurance if you're here under a year: get the form that says so *before* you travel. Teeth: the student clinic does emergencies for a small fee, cleaning isn't an emergency, they told me.
            --- 2
            Ask for the form twice. The first one goes missing.
            === topic | accent
            ? being asked to repeat everything
            By the third "sorry?" in a seminar I just stop talking.
            --- 1 *
            Say the important word first and slowly, then the sentence. And it isn't only you: ask *them* to repeat, everybody mumbles. In week ‹week› people have learned your voice, truly.
            --- 2
            Speak in the tutorial first, twelve people instead of sixty.
            === topic | winter-clothes
            ? clothes for a winter you've never seen
            At home 18 degrees is cold. What do I buy, and where?
            --- 1 *
            Layers and dry feet. The swap room in ‹building› gives away coats from ‹month› on, good ones, left by the people before you. Spend money on shoes only.
            --- 2
            Wool socks. More than you think, then two more.
            === topic | phone
            ? a phone number that works here
            Everything wants a local number for a code.
            --- 1 *
            Prepaid from the kiosk at the ferry, ID is enough, ‹price› with data for a month. Keep the old SIM in the second slot, your bank at home will want it.
            --- 2
            Don't take the one from the airport.
            === topic | holidays
            ? spending the holidays on campus
            Flights are ‹price› times forty and everybody else goes home.
            --- 1 *
            About two hundred stay. There's a list in the international office: a family that cooks for guests, the kitchen in ‹hall› stays open, and on the 24th there's always a table in ‹cafe›. My best evening of that year.
            --- 2
            The library is heated and empty. So peaceful.
            === topic | degree-recognition
            ? getting a foreign certificate recognised
            They want a "certified translation" of a document that's already in English.
            --- 1 *
            What they mean is a certified *copy*. The town hall does it in five minutes for a few dollars with the original in hand. Ask them to note the page count. If it really must be translated: the sworn list is on the court's page.
            --- 2
            Never hand over the original. Never.
            """#)
}
