internal import Quad

/// Names to draw from, from many places, with the letters they are written with.
enum NamePool {
    struct CastMember {
        let name, username: String
        var email: String?
        var type = Person.ProfileType.student
        var role = Person.Role.member
    }

    /// The three sign-ins of the demo, then the people of the reference pages.
    static let cast = [
        CastMember(name: "Leila Farahani", username: "leila.farahani", email: "student@demo.quad.test"),
        CastMember(
            name: "Tomasz Wójcik", username: "tomasz.wojcik", email: "moderator@demo.quad.test", role: .moderator),
        CastMember(
            name: "Ines Albrecht", username: "ines.albrecht", email: "admin@demo.quad.test", type: .faculty,
            role: .admin),
        CastMember(name: "Noor Haddad", username: "noor.haddad"),
        CastMember(name: "Maximiliane Featherstonehaugh-Okonkwo", username: "maximiliane.f-okonkwo"),
        CastMember(name: "Bo Li", username: "bo.li"),
        CastMember(name: "Hằng Nguyễn", username: "hang.nguyen"),
        CastMember(name: "Kwame Asante-Boateng", username: "kwame.asante-boateng"),
        CastMember(name: "Sunniva Bjørnstad", username: "sunniva.bjornstad"),
        CastMember(name: "Anneke de Wit", username: "anneke.de-wit"),
        CastMember(name: "Dario Lindqvist-Baptiste", username: "dario.lindqvist-baptiste"),
        CastMember(name: "Priya Raghunathan", username: "priya.r"),
    ]

    /// `name` as a part of a username: ASCII, words joined by hyphens.
    static func ascii(_ name: String) -> String {
        Slug.from(name)
    }

    static let given = words(
        """
        Aaliyah Aarav Abena Adaeze Adrián Agnieszka Aiko Aino Aisha Akosua Alejandra Alexandru Aliya Amara Amir Amélie \
        Ana Anders Andrzej Aneta Anjali Anouk Antoine Arash Ariana Arjun Asha Astrid Ayşe Aylin Beatriz Benedikt Bilal \
        Björn Blessing Brigid Callum Camila Carmen Cecilia Chiamaka Chidi Chloé Ciara Clara Cormac Dagny Daiki Daniela \
        David Deepika Diego Dilnoza Dmitri Dúnya Ebele Eilidh Elif Eleni Elias Emeka Emilia Emre Eszter Esther Fatima \
        Felipe Fernanda Fiadh Finn Freya Gabriela Georgios Giulia Greta Grzegorz Haruka Hamza Hannah Hiroshi Hugo Ibrahim \
        Ignacio Ilse Imani Ingrid Isabelle Ivana Jakub Jamal Jana Javier Jing João Johanna Jonas José Juliette Jun Kaito \
        Karolina Kateryna Kemal Khalid Kiran Klára Kofi Lara Laszlo Latoya Lautaro Leyla Liam Lin Linh Lucía Luka Magnus \
        Maja Malik Marek María Mariam Marta Mateo Mathilde Mei Mehmet Mehwish Miguel Mihai Milena Minh Mira Miriam Moana \
        Mohammed Mónica Nadia Naledi Natalia Neha Niamh Nikhil Nina Noa Nomvula Núria Oisín Olga Oluwaseun Omar Oriol \
        Oskar Pablo Paola Paulo Petra Phương Piotr Quang Rachel Rafael Rania Rasmus Ravi Renata Reza Rhys Rosa Ruth \
        Sabrina Saoirse Sakura Samira Samuel Sanjay Sara Selam Sergei Shira Siddharth Sigríður Siobhán Sofía Soo-jin \
        Stefan Suresh Svetlana Tadhg Tamar Tanvi Tariq Tendai Teresa Thandiwe Thảo Thomas Tiago Tove Tuấn Uma Valentina \
        Vera Veronika Viktor Violeta Wei Wen Xiaoming Yael Yara Yasmin Yetunde Yuki Yusuf Zahra Zainab Zeynep Zofia Zoë
        """)

    static let family = words(
        """
        Abdi Abubakar Achterberg Adeyemi Aguilar Ahmed Åkesson Akhtar Almeida Andersson Andrade Antonopoulos Arslan \
        Asante Aydın Baker Balogun Banerjee Bauer Becker Benítez Bianchi Blackwood Bondarenko Brennan Byrne Çelik \
        Castellanos Chaudhry Chen Choi Cohen Cruz Czarnecki Da-Silva Dahl Das Davies Delacroix Demir Diallo Dimitrov \
        Dubois Dũng Eriksen Espinoza Eze Fernandes Fischer Fitzgerald Flores Fofana Friedman Fujita García Ghosh Girma \
        González Grabowski Gupta Gustafsson Haas Hakimi Hansen Hashemi Hernández Herrmann Hoàng Holm Horváth Huang Hughes \
        Ibáñez Ilić Ivanova Jansen Jensen Jovanović Kamau Kang Kapoor Karlsson Kaur Keller Khalil Khan Kim Kimura \
        Kowalczyk Kovács Krüger Kuznetsova Larsen Lê Lefèvre Levi Lewandowska Lindgren Liu Lombardi López Lund Mbeki \
        Macdonald Malhotra Mäkinen Marín Martinez Mehta Mensah Meyer Mitchell Mizrahi Moreau Moreno Morgan Müller Mutua \
        Nakamura Ndiaye Nguyễn Nielsen Novák Nowak Núñez Nwosu O’Brien O’Sullivan Obi Ochieng Öztürk Oliveira Olsen Osei \
        Ortiz Owusu Papadopoulou Park Patel Pavlenko Pereira Petersen Petrov Phạm Pires Popescu Prakash Quispe Rahman \
        Ramírez Rao Reyes Ricci Rivera Robinson Romero Rossi Roy Ruiz Sato Saleh Salvador Sánchez Sandhu Santos Schmidt \
        Schneider Sekhon Sharma Shevchenko Silva Singh Sørensen Sousa Stewart Stoica Suzuki Svensson Szabó Tadesse Takeda \
        Tanaka Tembo Thapa Thorsen Tóth Torres Trần Tremblay Tsegaye Vargas Vasquez Vega Virtanen Vlašić Wagner Walker \
        Wang Watanabe Weber Wiśniewski Wong Wright Wu Yamamoto Yang Yilmaz Yohannes Zając Zhang Zhou Zulu
        """)

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
