extension CorpusText {
    /// Rooms and leases: practical, warm, a little weary.
    static let housing = CorpusText(
        name: "housing",
        words: #"""
            slug: housing
            name: Housing & Rooms
            about: Rooms, leases, flatmates and everything that leaks. Look here before you sign.
            style: life
            university: 0
            indexing: search
            weight: 11
            slot price: $45 | $60 | $75 | $90 | $120 | $150
            rule: Say the price, the street and from when. No "message me for details".
            rule: No street numbers and no phone numbers in public.
            rule: Never send money for a room you haven't seen.
            rule: Landlords may answer questions but not advertise.
            space: general | General | Living together.
            space: questions | Questions | Leases, deposits, repairs.
            space: rooms | Rooms | Offers and searches.
            space: announcements | Announcements | From the housing office and the moderators. | moderators
            slot rent: $540 | $585 | $610 | $640 | $675 | $720 | $760 | $810
            slot street: Salt Street | Ferry Road | Lighthouse Row | Garnet Lane | Upper Mill | Cannery Walk | Orchard Hill | Tram Street
            aside: Take pictures on the day you move in. All corners. Also the inside of the oven.
            aside: The tenants' advice desk in ‹building› is free and open ‹weekday› from ‹time›.
            aside: ‹street›? Lovely in summer. Ask about the heating.
            aside: Get it in writing, even if it's only a text message.
            aside: We had the same landlord. Polite, slow, answers on the second reminder.
            aside: Read the part about "joint and several" twice. It means you pay if your flatmate doesn't.

            === question | deposit
            ? Landlord wants to keep ‹price› of my deposit for "wear". Is that normal?
            ? Deducted from my deposit: "general wear, ‹price›". Can they?
            I moved out of ‹street› on ‹date›. I cleaned for two days, there's a handover sheet **signed by both of us** that says "no defects", and now I get a letter with a deduction for wear.

            Do I just accept it? It isn't a fortune but it's my food for a week.
            --- 1 *
            Ordinary wear is what rent is for. Damage is something else. With a signed sheet that says "no defects" you're in a very good position.

            1. Answer in writing, friendly, with a copy of the sheet.
            2. Give a date: two weeks.
            3. If nothing happens, the advice desk in ‹building› writes the second letter for you, free.

            Mine paid after step 1.
            --- > @
            Sent it yesterday, money is back today, with "our mistake". I had no idea it could be that easy.
            --- 2
            Same street, same sentence in the letter, in ‹month›. They try it with everyone.
            --- 3
            For next year: video instead of pictures. You can hear the tap not dripping.

            === question | heating
            ? No heating since ‹weekday›, landlord says "next week". What can I do?
            ? ‹some› days without heating, is "next week" acceptable?
            It's 14 degrees in my room. I've written twice. There's a plumber "booked", no date. We're ‹few› people in ‹street› and one of us has exams.
            --- 1 *
            Heating is urgent by any reading of the lease. Put a **date and a time** into your next message ("by ‹weekday›, ‹time›") and say that you'll then ask for a rent reduction from the first cold day. Keep a list of temperatures with photos of a thermometer.

            And meanwhile: the housing office lends electric heaters. Two per flat, deposit ‹price›.
            --- > @
            Got two heaters this morning. Room is at 19. The plumber suddenly has time tomorrow.
            --- 2
            Please don't use the oven. We had the fire brigade in ‹hall› last winter.

            === discussion @rooms | room offer
            ? Room free in ‹street› from ‹date›, ‹rent› all in
            ? ‹rent›, 13 m², ‹street›, ‹few› flatmates and a balcony
            - **Room:** 13 m², faces the yard, furnished if you like
            - **Rent:** ‹rent› with heating, water and internet
            - **From:** ‹date›, at least until the end of term
            - **Us:** ‹few› people, ‹two musicians and a chemist|all second-years|a cat called Ampère›; we cook together on ‹day›s

            We'd like somebody who does dishes on the day they happen. Come and see it ‹weekday› after ‹time›.
            --- 1
            Is the contract with you or with the owner?
            --- > @
            With the owner, you'd be on the lease. Deposit is one month.
            --- 2
            Very interested! I sent a connection request.
            --- 3
            I lived there two years ago. Good people, thin wall to the left.

            === discussion @rooms | room search
            ? Looking for a quiet room up to ‹rent› near ‹building›
            ? ‹year› student looking for a room from ‹date›, max ‹rent›
            I get up at six, cook a lot of lentils and play no instrument. I'd love to have

            1. a window that opens,
            2. a desk, or room for one,
            3. flatmates who say hello.

            Furniture not needed. Non-smoker. I can come and look any ‹weekday›.
            --- 1
            We might have something in ‹street› in ‹month›. How do you feel about a dog?
            --- > @
            Very positively.
            --- 2
            ‹hall› has a waiting list that moves faster than people think. I waited three weeks.

            === question | lease flatmates
            ? My flatmate moved out in the middle of the lease. Do I owe their half?
            ? Flatmate gone, lease runs until summer: who pays?
            We both signed. They left on ‹weekday› for another city and stopped paying. The landlord says it's "my problem".
            --- 1 *
            If you both signed *one* lease, you're usually liable together, so the landlord may ask you for all of it. You can then ask your flatmate for their share. But:

            - tell the landlord **today**, in writing, that you're looking for someone new,
            - they must not refuse a reasonable replacement without cause,
            - keep a list of everybody you proposed.

            Most of these end with a new flatmate within a month.
            --- 2
            Post it in Rooms here. We found someone in four days.
            --- > @
            Did that. Three visits tomorrow. Thank you, I slept for the first time this week.

            === question | laundry
            ? Which laundry room in ‹hall› actually has working dryers?
            ? Dryers in ‹hall›: is it me or are they all broken?
            I've put ‹price› in coins into the left one over the last month and got warm, wet clothes.
            --- 1 *
            The left one has been dead since ‹month›. The two at the back work; set them to "synthetics", the cotton programme stops after ten minutes. Report it with the code on the sticker and you get your money back.
            --- > @
            Got ‹price› back in cash. Unbelievable.
            --- 2
            ‹day› before 9 you have the room to yourself.

            === discussion | flatmates cleaning
            ? The cleaning rota that survived a whole year
            ? A cleaning plan for people who hate cleaning plans
            After three failed systems, this one has held for eleven months with ‹few› people:

            1. **Zones, not tasks.** Kitchen, bath, floor, rubbish. One person, one zone, one week.
            2. The week ends on *Sunday 20:00*. Not "on Sunday".
            3. You may swap. You may not owe.
            4. Forgotten? You buy the next toilet paper. No discussion, no face.

            The surprise was number 3. Nobody keeps a ledger of grudges any more.
            --- 1
            We have number 4 with ice cream. It makes people forget *on purpose*.
            --- 2
            How do you deal with guests?
            --- > @
            Three nights are free, then the guest gets a zone. My cousin cleaned our oven.

            === gathering | rent
            ? What do you pay, what do you get for it? ‹month› edition
            ? The rent thread: street, size, price, one sentence
            So that newcomers know what's normal. **No house numbers.** Mine: ‹street›, 12 m², $640 with heating, window to the yard, flatmate plays the oboe.
            --- 1
            ‹Salt Street|Ferry Road|Lighthouse Row|Garnet Lane|Upper Mill|Cannery Walk|Orchard Hill|Tram Street›, ‹9|11|12|14|16|18› m², $‹520|560|590|610|650|690|720|780› ‹all in|plus electricity|without internet›. ‹Quiet.|Damp in one corner.|Morning sun!|Above a bakery, which is wonderful until it isn't.|Kind landlord.|The stairs count as sport.›
            --- 1
            ‹Harbour House|Cedar Court|North Quay|Juniper Hall›, a ‹single|double|corner room|studio›, $‹410|450|480|530|575›. ‹Kitchen for eight.|Kitchen for twelve, two pans.|Best view on campus.|Thin walls, nice neighbours.|Waiting list took four months.›
            --- > 2
            ‹That's cheap!|That's a lot for that street.|Is the heating included?|How long did you look?|We're neighbours, I think.› ‹Since when?|When did you sign?|Is there another room free?›
            --- > 2
            We paid ‹the same|less› ‹two years ago|in ‹month››, so ‹ask for the old lease|that's fair|I'd talk to the advice desk›.

            === question | contract
            ? Landlord says the contract I signed in ‹month› was "only a draft", wants ‹price› more a month from ‹date›, and has already sent the new one to my parents instead of to me: do I have to answer, and whom do I ask first?
            ? Has anyone been told after signing that the rent in the lease was "a typing error", and if so, did you pay, did you leave, or is there a third way that doesn't involve a lawyer and the rest of my savings?
            We both signed, I have my copy, and the first three months were paid as it says there.
            --- 1 *
            A signed lease isn't a draft, and a rent you've both paid and taken for three months isn't a typing error. Answer in two lines: "I keep to the contract of (date), a copy is attached." Don't sign the new one. Then go to the advice desk in ‹building› with both papers, they know this landlord, believe me.
            --- > @
            Two lines sent. He wrote back "ok". Just "ok"!
            --- 2
            And tell your parents not to sign either. Mine nearly did, to be polite.

            === announcement | moving-day
            ? Moving out of the halls: keys, boxes and the trolley list for ‹date›
            ? Move-out weekend: trolleys, keys and what happens to your bike
            - Keys go to the desk in ‹building›, **not** into the letter box, by ‹time›.
            - Trolleys: write your name on the list in the lobby. One hour each.
            - Furniture you don't want: the swap room is open from ‹weekday›. Nothing on the pavement, the city fines all of us.
            - Bikes without a tag are collected on ‹date› and kept for 60 days.
            --- 1
            Is the swap room taking mattresses?
            --- > m
            No mattresses, sorry. The city picks those up free if you call a week before.

            === discussion | noise
            ? To the person practising the trumpet in ‹hall› at 23:00
            You're getting really good. The second part is *so* much cleaner than in ‹month›.

            Please also know that my exam is at 8:30.

            (The music rooms in the basement of ‹building› are open until midnight and nobody lives there.)
            --- 1
            This is the nicest noise complaint in the history of noise complaints.
            --- 2
            It's me. I'm sorry, and thank you. I didn't know about the basement.
            --- > @
            Good luck with the concert! I'd like a ticket.

            === topic | lease
            ? breaking a lease early
            I got a place abroad for spring, and my lease runs until summer. Do I pay for months when I'm not here?
            --- 1 *
            You have three ways out: a clause in the lease (look for "termination"), a replacement the landlord accepts, or a sublet with written permission. The third is the most common here; the office has a form in ‹building›.
            --- 2
            Ask before you book the flight. Landlords get slower the closer it gets.
            === topic | utilities
            ? splitting the electricity bill
            One of us has a heater on all day. The bill doubled and we split it by heads.
            --- 1 *
            Buy a plug-in meter for ‹price›, run it for a week, and talk about the number instead of the person. In our flat the guilty one was the ancient fridge.
            --- 2
            We split half by heads and half by room size. Nobody is happy, everybody is equally unhappy.
            === topic | mould
            ? mould behind the wardrobe
            Black spots on the outside wall since ‹month›. The landlord says "air more". I air three times a day.
            --- 1 *
            Report it in writing with photos and ask for a moisture reading. Pull the wardrobe ten centimetres from the wall in any case. If the wall is damp inside, airing won't fix it and the landlord has to.
            --- 2
            The advice desk lends a hygrometer. Numbers end arguments.
            === topic | internet
            ? internet in ‹hall›
            Video calls freeze every evening at eight. Is it the building or my laptop?
            --- 1 *
            It's the wireless on that side, everyone streams at eight. There's a socket behind every desk: a cable for $5 solves it. The port has to be switched on once, at the IT counter.
            --- > @
            Cable works. I feel silly.
            === topic | insurance
            ? renters' insurance
            Is it really necessary? My things are worth perhaps a bicycle.
            --- 1 *
            It isn't about your things, it's about water. If your washing machine floods three floors, liability is what saves you. Look first whether your parents' policy covers you while you study; many do.
            --- 2
            ‹price› a year. Cheaper than my flood.
            === topic | keys
            ? a lost key
            I lost the front-door key on ‹weekday›. Someone said they'll replace *all* locks and charge me.
            --- 1 *
            Tell the desk at once, they block it if it's an electronic one. For mechanical keys they only change locks if there was an address with it. A copy was ‹price› last term.
            --- 2
            Check lost property in ‹building› first. Keys turn up there more often than umbrellas.
            === topic | subletting
            ? subletting over the summer
            I'd like to keep my room but not pay for two empty months.
            --- 1 *
            Written permission first, then a short contract with dates, price and deposit, and a handover with photos. The template from the advice desk is one page. You stay responsible for the rent, so choose someone you'd trust with your bike.
            --- 2
            Exchange students look for exactly those months. Post in Exchange & International too.
            === topic | viewing
            ? what to check when viewing a room
            I've got ‹few› viewings on ‹weekday› and I've never rented anything.
            --- 1 *
            Run the shower (hot, and how long until hot). Flush. Phone signal in the corner where the desk would be. Which way do the windows face? What did the last person pay for heating? And listen: come back once in the evening.
            --- 2
            Ask the flatmates what annoys them. The pause before the answer tells you everything.
            === topic | mail
            ? parcels in ‹hall›
            Mine was "delivered", to whom nobody knows.
            --- 1 *
            Look behind the desk in the post room: sorted by *first* name, for reasons lost to history. Then the shelf for "others".
            --- 2
            And give c/o your flat number, the drivers don't know the names.
            === topic | pets
            ? keeping a pet in a student flat
            A small one. A very small one. It's a hamster.
            --- 1 *
            Small animals in cages are usually allowed unless the lease says otherwise; cats and dogs need permission. Ask your flatmates first, allergies are a real thing.
            --- 2
            Who looks after it in the holidays? Answer that before it has a name.
            """#)
}
